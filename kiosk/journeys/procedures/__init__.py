"""Reading about procedures (tra cứu thủ tục, giấy tờ cần mang)."""
