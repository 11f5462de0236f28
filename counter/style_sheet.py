"""The style sheet of the counter, with `@name` for colours and sizes of letters and `~12` for 12 pixels at size 1."""

from __future__ import annotations

STYLE_SHEET = """
QWidget { font-family: "@family"; font-size: @size_body; color: @ink; }
QMainWindow, QWidget#workplace, QWidget#sign_in_page, QWidget#middle { background: @ground; }
QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: none; }
QScrollArea#timeline:focus, QScrollArea#dossier_facts:focus, QScrollArea#dossier_papers:focus {
  border: 2px solid @action; border-radius: ~10; }
QToolTip { background: @ink; color: @on_action; border: none; padding: ~6; }

QLabel { background: transparent; }
QLabel[look="small"] { font-size: @size_small; color: @ink_soft; }
QLabel[look="soft"] { color: @ink_soft; }
QLabel[look="label"] { font-size: @size_small; font-weight: 600; color: @ink_soft; }
QLabel[look="lead"] { font-size: @size_lead; font-weight: 600; }
QLabel[look="title"] { font-size: @size_title; font-weight: 600; }
QLabel[look="headline"] { font-size: @size_headline; font-weight: 600; }
QLabel[look="number"] { font-size: 76px; font-weight: 700; color: @action; }
QLabel[look="count"] { font-size: ~40; font-weight: 700; color: @action; }
QLabel[look="code"] { font-size: ~20; font-weight: 700; color: @action; }
QLabel[look="urgent"] { color: @urgent; font-weight: 600; }
QLabel[look="done"] { color: @done; font-weight: 600; }
QLabel[look="chip"] { background: @action_tint; color: @action; font-size: @size_small; font-weight: 600;
  border-radius: ~4; padding: ~2 ~8; }
QLabel[look="sheet"] { background: @surface; border: 1px solid @edge; border-radius: ~4; }
QLabel[look="warning"] { background: @warning_ground; color: @on_warning; font-size: @size_small; font-weight: 600;
  border-radius: ~4; padding: ~4 ~8; }

QFrame[look="card"] { background: @surface; border: 1px solid @hairline; border-radius: ~12; }
QFrame[look="tint"] { background: @action_tint; border: none; border-radius: ~12; }
QFrame[look="refused"] { background: @urgent_tint; border: none; border-radius: ~12; }
QFrame[look="granted"] { background: @done_tint; border: none; border-radius: ~12; }
QFrame[look="hairline"] { background: @hairline; border: none; }
QFrame#queue_panel { background: @surface; border: none; border-left: 1px solid @hairline; }
QFrame#navigation { background: @ink; border: none; }
QFrame#bottom_strip { background: @surface; border: none; border-top: 1px solid @hairline; }
QFrame#before_band { background: @action_tint; border: none; }
QFrame#promise_band { background: @surface; border: none; border-top: 1px solid @hairline; }

QFrame#navigation QLabel { color: @ground; }
QFrame#navigation QLabel[look="small"] { color: @ground; }
QFrame#navigation QPushButton { background: transparent; color: @ground; border: 2px solid transparent;
  border-radius: ~8; padding: ~9 ~10; text-align: left; font-weight: 500; }
QFrame#navigation QPushButton[look="snug"] { padding-top: ~5; padding-bottom: ~5; }
QFrame#navigation QPushButton:hover { border-color: @ink_soft; }
QFrame#navigation QPushButton:focus { border-color: @on_action; }
QFrame#navigation QPushButton:checked { background: @ground; color: @ink; font-weight: 600; }
QFrame#navigation QPushButton:disabled { color: @edge; }
QFrame#navigation QPushButton[look="tool"] { font-size: @size_small; padding: ~6 ~4; text-align: center;
  border: 2px solid @ink_soft; }
QFrame#navigation QPushButton[look="tool"]:focus { border-color: @on_action; }

QPushButton { background: @surface; color: @ink; border: 1px solid @edge; border-radius: ~8; padding: ~8 ~14;
  font-weight: 500; min-height: ~20; }
QPushButton:hover { background: @action_tint; border-color: @action; }
QPushButton:focus { border: 2px solid @action; padding: ~7 ~13; outline: none; }
QPushButton:pressed { background: @action_tint; }
QPushButton:disabled { color: @ink_soft; border: 1px dashed @edge; background: @ground; }
QPushButton:checked { background: @action_tint; border: 2px solid @action; color: @action; font-weight: 600;
  padding: ~7 ~13; }
QPushButton[look="primary"] { background: @action; color: @on_action; border: 2px solid @action; font-weight: 600; }
QPushButton[look="primary"]:hover, QPushButton[look="primary"]:pressed { background: @action_pressed; }
QPushButton[look="primary"]:focus { border: 2px solid @ink; padding: ~8 ~14; }
QPushButton[look="primary"]:disabled { background: @hairline; border-color: @hairline; color: @ink_soft; }
QPushButton[look="quiet"] { background: transparent; border: 2px solid transparent; color: @action; padding: ~6 ~10; }
QPushButton[look="quiet"]:disabled { color: @ink_soft; }
QPushButton[look="quiet"]:hover { background: @action_tint; }
QPushButton[look="quiet"]:focus { border-color: @action; padding: ~6 ~10; }
QPushButton[keyed="true"] { text-align: left; }
QPushButton[look="choice"] { text-align: left; padding: ~12 ~16; }
QPushButton[look="choice"]:focus { padding: ~11 ~15; }
QPushButton[look="choice"]:checked { padding: ~11 ~15; }

QLineEdit, QComboBox, QSpinBox { background: @surface; color: @ink; border: 1px solid @edge; border-radius: ~8;
  padding: ~7 ~10; min-height: ~22; selection-background-color: @action; selection-color: @on_action;
  placeholder-text-color: @ink_soft; }
QLineEdit:focus, QComboBox:focus, QSpinBox:focus { border: 2px solid @action; padding: ~6 ~9; }
QLineEdit:disabled, QComboBox:disabled, QSpinBox:disabled { background: @ground; color: @ink_soft;
  border-color: @hairline; }
QPlainTextEdit { background: @surface; color: @ink; border: 1px solid @edge; border-radius: ~8; padding: ~3 ~6;
  selection-background-color: @action; selection-color: @on_action; }
QPlainTextEdit:focus { border: 2px solid @action; padding: ~2 ~5; }
QLineEdit[state="wrong"] { border: 2px solid @urgent; padding: ~6 ~9; }
QLineEdit[look="search"] { font-size: @size_lead; padding: ~9 ~12; }
QLineEdit[look="search"]:focus { padding: ~8 ~11; }
QSpinBox { padding: ~5 ~24 ~5 ~10; }
QSpinBox:focus { padding: ~4 ~23 ~4 ~9; }
QSpinBox QLineEdit, QSpinBox QLineEdit:focus { border: none; padding: 0; min-height: 0; background: transparent; }
QSpinBox::up-button, QSpinBox::down-button { subcontrol-origin: border; width: ~22; border: none;
  background: transparent; }
QSpinBox::up-button { subcontrol-position: top right; }
QSpinBox::down-button { subcontrol-position: bottom right; }
QSpinBox::up-arrow { image: url("@up"); width: ~12; height: ~12; }
QSpinBox::down-arrow { image: url("@down"); width: ~12; height: ~12; }
QSpinBox::up-arrow:off, QSpinBox::up-arrow:disabled, QSpinBox::down-arrow:off, QSpinBox::down-arrow:disabled {
  image: none; }
QComboBox { padding-right: ~30; }
QComboBox::drop-down { subcontrol-origin: border; subcontrol-position: center right; width: ~30; border: none; }
QComboBox::down-arrow { image: url("@down"); width: ~14; height: ~14; }
QComboBox QAbstractItemView { background: @surface; border: 1px solid @edge; selection-background-color: @action_tint;
  selection-color: @ink; padding: ~4; outline: none; }

QCheckBox, QRadioButton { spacing: ~10; background: transparent; }
QCheckBox::indicator { width: ~20; height: ~20; border: 2px solid @edge; border-radius: ~5; background: @surface; }
QCheckBox::indicator:hover, QCheckBox::indicator:focus { border-color: @action; }
QCheckBox:focus, QRadioButton:focus { color: @action; outline: none; }
QCheckBox::indicator:checked { background: @action; border-color: @action; image: url("@tick"); }
QCheckBox::indicator:disabled { border-color: @hairline; background: @ground; }

QListWidget { background: @surface; border: 1px solid @hairline; border-radius: ~12; padding: ~6; outline: none; }
QListWidget:focus { border: 2px solid @action; padding: ~5; }
QListWidget#procedure_list { border: 1px solid @edge; border-radius: ~8; }

QTableWidget#month_grid { background: transparent; border: none; outline: none;
  selection-background-color: transparent; }
QTableWidget#month_grid QHeaderView, QTableWidget#month_grid QHeaderView::section { background: transparent;
  border: none; color: @ink_soft; font-size: @size_small; font-weight: 600; padding: ~4; }

QScrollBar:vertical { background: transparent; width: ~12; margin: 0; }
QScrollBar::handle:vertical { background: @edge; border-radius: ~4; min-height: ~32; margin: ~2; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page { background: none;
  border: none; width: 0; height: 0; }
QScrollBar:horizontal { height: 0; }
QMenu { background: @surface; border: 1px solid @edge; border-radius: ~8; padding: ~6; }
QMenu::item { padding: ~8 ~24; border-radius: ~4; }
QMenu::item:selected { background: @action_tint; color: @ink; }
QMenu::indicator { width: ~14; height: ~14; }
"""
