"""The post's day and the list before signing, read back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from shared.documents.cash_up_sheet import CashUpSheet, render_cash_up_sheet
from shared.documents.handed_over import HandedOverDossier
from shared.documents.handover_list import HandoverList, render_handover_list
from shared.documents.post_day_summary import PostDaySummary, render_post_day_summary
from shared.domain.cash_up import cash_up
from shared.domain.post_day import PostFigures, StaffFigures
from shared.domain.post_money import Brought, FeeTaken, PostMoney
from tests.documents.reading import MM, codes_of, inks_of, text_of

AT = datetime(2026, 11, 23, 2, 10, tzinfo=UTC)
SHORT = Brought("h1", "BG-261123-0501", "buu-dien-mau", "one_stop", AT, 66_000, 61_000)
FEES = tuple(
    FeeTaken(f"f{at}", f"PG-261123-0500{at}", amount, AT - timedelta(hours=1, days=3 if at == 0 else 0), "staff-9")
    for at, amount in enumerate((8_000, 8_000, 50_000, 30_000))
)
MONEY = PostMoney(
    before=FEES[:1],
    taken=FEES[1:],
    back=(),
    brought=(SHORT,),
    paid_later_vnd=2_000,
    carried=FEES[3:],
    unknown_vnd=0,
    differing=(SHORT,),
    records={each.id: "BG-261123-0501" for each in FEES[:3]},
)
SUMMARY = PostDaySummary(
    post_name="Bưu điện phường Mẫu",
    place="Phường Mẫu",
    number="TH-261123-99010",
    day=date(2026, 11, 23),
    figures=PostFigures(40, 3, 37, 1, 1, 1, 36, 33, 2, 1, 3),
    staff=(("Ngô Thị Thử", StaffFigures("staff-9", 40, 88_000, 33, 2)),),
    money=MONEY,
    units={"one_stop": "Bộ phận Một cửa"},
    made_by="Ngô Thị Thử",
    made_at=AT,
)


def test_the_figures_of_the_day_and_of_each_employee() -> None:
    text = text_of(render_post_day_summary(SUMMARY))
    for expected in (
        "BẢNG TỔNG HỢP TRONG NGÀY",
        "Ngày 23 tháng 11 năm 2026",
        "Phiếu gửi đã lập 40 Kết quả, thư đã nhận để phát 36",
        "Hồ sơ cơ quan đã nhận 37 Đã phát 33",
        "Cơ quan từ chối 1 Phát không thành công (lần) 2",
        "Thiếu khi kiểm đếm 1 Đã chuyển hoàn về cơ quan 1",
        "Nhận trong tình trạng hư hỏng 1 Còn phải phát 3",
        "Ngô Thị Thử 40 88.000 33 2",
        "PHỤ TRÁCH ĐIỂM BƯU ĐIỆN",
    ):
        assert expected in text
    assert codes_of(render_post_day_summary(SUMMARY)) == ["TH-261123-99010"]


def test_every_dong_stands_in_the_money_and_a_difference_with_its_record() -> None:
    text = text_of(render_post_day_summary(SUMMARY))
    for expected in (
        "Mang sang từ ngày trước 8.000",
        "Đã thu trong ngày 88.000 3 khoản",
        "Khai nộp theo biên bản giao nhận \u221266.000 1 biên bản",
        "Còn giữ cuối ngày 30.000 1 khoản",
        "Còn giữ: 30.000 đồng (Ba mươi nghìn đồng).",
        "Nộp bù trong ngày cho biên bản của ngày trước: 2.000 đồng.",
        "BG-261123-0501 Bộ phận Một cửa 09:10 66.000 61.000 thiếu 5.000",
        "BG-261123-0501, 09:10 23/11/2026: thiếu 5.000 đồng.",
        "1 PG-261123-05000 08:10 20/11 8.000 BG-261123-0501",
        "4 PG-261123-05003 08:10 23/11 30.000 còn giữ",
    ):
        assert expected in text
    assert MONEY.is_balanced


def test_a_day_without_money_says_so() -> None:
    quiet = replace(MONEY, before=(), taken=(), brought=(), paid_later_vnd=0, carried=(), differing=(), records={})
    text = text_of(render_post_day_summary(replace(SUMMARY, money=quiet, staff=())))
    assert "Trong ngày không nộp tiền theo biên bản nào." in text
    assert "Chênh lệch chưa xử lý: không có." in text
    assert "Từng khoản thu hộ" not in text


def test_a_busy_day_stays_within_the_margins() -> None:
    fees = tuple(
        replace(FEES[1], id=str(number), code=f"PG-261123-0{number}", on_delivery=True) for number in range(120)
    )
    content = render_post_day_summary(replace(SUMMARY, money=replace(MONEY, taken=fees, carried=fees)))
    for ink in inks_of(content):
        assert ink.left >= 30 * MM - 1
        assert ink.right <= ink.page_width - 15 * MM + 1


def test_the_cash_up_sheet_says_what_the_post_brought_and_what_must_be_in_the_drawer() -> None:
    sheet = CashUpSheet(
        managing_body="Ủy ban nhân dân phường Mẫu",
        office_name="Trung tâm Phục vụ hành chính công phường Mẫu",
        place="Phường Mẫu",
        scope="Toàn bộ phận",
        cash_up=cash_up(date(2026, 11, 23), (), (), 61_000),
        counted_vnd=60_000,
        made_by="Nguyễn Thị Thử",
        made_at=AT,
        brought=(("Bưu điện phường Mẫu", SHORT),),
    )
    text = text_of(render_cash_up_sheet(sheet))
    for expected in (
        "- BG-261123-0501 (Bưu điện phường Mẫu): khai 66.000 đồng, đếm được 61.000 đồng, thiếu 5.000 đồng.",
        "Phải có trong ngăn tiền: 61.000 đồng (tiền mặt thu tại quầy 0 đồng, bưu điện nộp 61.000 đồng).",
        "Tiền mặt đếm được: 60.000 đồng, thiếu 1.000 đồng.",
    ):
        assert expected in text


def test_the_list_before_signing_says_that_it_is_no_record() -> None:
    rows = tuple(
        HandedOverDossier(
            dossier_code=f"PG-261123-0500{at}", procedure_name="Đăng ký khai sinh", sets=1, papers=3, fee_dong=8_000
        )
        for at in range(3)
    )
    paper = HandoverList(
        office_name="Trung tâm Phục vụ hành chính công phường Mẫu",
        giver_unit="Bưu điện phường Mẫu",
        receiver_unit="Bộ phận Một cửa",
        made_by="Ngô Thị Thử",
        made_at=AT,
        dossiers=rows,
        fees_dong=20_000,
    )
    text = text_of(render_handover_list(paper))
    for expected in (
        "DANH SÁCH BÀN GIAO HỒ SƠ",
        "chưa phải biên bản giao nhận",
        "Bên giao: Bưu điện phường Mẫu",
        "Bên nhận: Bộ phận Một cửa",
        "PG-261123-05002",
        "Tổng cộng: 03 (ba) hồ sơ; 03 (ba) bộ; 09 (chín) giấy tờ.",
        "Tiền thu hộ giao kèm: 44.000 đồng (Bốn mươi bốn nghìn đồng).",
        "NGƯỜI KIỂM ĐẾM",
    ):
        assert expected in text
