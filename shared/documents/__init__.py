"""The papers of the office as PDF: ticket slip, Form 01, handover record. Everything printed is drawn here."""
