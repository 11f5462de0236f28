"""The papers of the office as PDF: ticket slip, forms 01 to 07, handover record. Everything printed is drawn here."""
