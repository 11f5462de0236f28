<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="vi">
    <context>
        <name>ActionRow</name>
        <message>
            <source>Trang chủ</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Quay lại</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>BottomBar</name>
        <message>
            <source>Chữ to</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tương phản</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hạ thấp</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Trợ giúp</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ClosedScreen</name>
        <message>
            <source>Hiện tại chưa đến giờ lấy số hoặc đã hết giờ</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ConfirmNumber</name>
        <message>
            <source>Hàng chờ</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Chờ khoảng</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ông/Bà thuộc diện ưu tiên? Chạm để chọn (không bắt buộc)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Xem giấy tờ cần mang</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Đang lấy số…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Thử lại</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lấy số</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Dates</name>
        <message>
            <source>thứ Hai</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>thứ Ba</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>thứ Tư</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>thứ Năm</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>thứ Sáu</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>thứ Bảy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Chủ nhật</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>tháng 1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>tháng 2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>tháng 3</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>tháng 4</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>tháng 5</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>tháng 6</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>tháng 7</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>tháng 8</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>tháng 9</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>tháng 10</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>tháng 11</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>tháng 12</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{weekday}, ngày {day} {month} năm {year}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{weekday}, {day}/{number}/{year}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{hour} giờ {minute}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{hour} giờ</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{time}, {day}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{time} ngày {day}/{number}/{year}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>DocumentSheet</name>
        <message>
            <source>Giấy tờ cần mang</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Không phải nộp giấy tờ nào.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Dossier</name>
        <message>
            <source>Đã xong</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Đang ở bước này</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sắp tới</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>DossierEntry</name>
        <message>
            <source>Tra cứu hồ sơ</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Đưa mã QR trên giấy hẹn vào đầu đọc.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hoặc nhập các số còn lại của mã hồ sơ:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Đang tìm…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tra cứu</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>DossierProgress</name>
        <message>
            <source>Hồ sơ %1</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>DossierState</name>
        <message>
            <source>Hiện nay</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tiếp theo: %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hồ sơ đã quá hạn. Chúng tôi xin lỗi Ông/Bà. Mời Ông/Bà hỏi tại quầy hoặc gọi %1.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hẹn trả kết quả</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Theo số liệu lúc %1</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>FollowByPhone</name>
        <message>
            <source>Mã QR để theo dõi số trên điện thoại</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Quét mã để theo dõi số trên điện thoại</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>HelpSheet</name>
        <message>
            <source>Trợ giúp</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lấy số: chạm vào việc cần làm, rồi chạm “Lấy số”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tra cứu hồ sơ: đưa mã QR trên giấy hẹn vào đầu đọc.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Đánh giá: đưa phiếu số vào đầu đọc, rồi chạm một khuôn mặt.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cần người giúp: mời hỏi cán bộ hướng dẫn hoặc gọi %1.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tắt chuyển động</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Đã hiểu</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Home</name>
        <message>
            <source>Chưa có quầy phục vụ</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>HomeScreen</name>
        <message>
            <source>Mời Ông/Bà lấy số thứ tự</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Chạm vào việc Ông/Bà cần làm</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>IdleNotice</name>
        <message>
            <source>Ông/Bà còn ở đây không?</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>Màn hình sẽ về trang chủ sau %n giây.</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <source>Trang chủ</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tôi còn ở đây</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>LineHeading</name>
        <message>
            <source>Lấy số thứ tự</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>OfflineMark</name>
        <message>
            <source>Đang làm việc ngoại tuyến</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>OtherJourneys</name>
        <message>
            <source>Tra cứu hồ sơ</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Đánh giá mức độ hài lòng</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Có giấy hẹn hoặc phiếu số? Đưa mã QR vào đầu đọc.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Pad</name>
        <message>
            <source>Xóa hết</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Xóa</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ProcedureDocuments</name>
        <message>
            <source>Xem phần trên</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Xem phần dưới</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ông/Bà đã mang đủ giấy tờ chưa?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Đủ rồi, lấy số</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ProcedureList</name>
        <message>
            <source>Ông/Bà đến làm thủ tục nào?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Trang trước</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Trang %1 trên %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Trang sau</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Rate</name>
        <message>
            <source>Rất hài lòng</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hài lòng</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Không hài lòng</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Điều gì cần làm tốt hơn?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ông/Bà hài lòng về điều gì?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Thái độ phục vụ</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Thời gian chờ</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hướng dẫn hồ sơ</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Đúng hẹn</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Giấy tờ phải nộp</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Phí, lệ phí</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>RateEntry</name>
        <message>
            <source>Đánh giá mức độ hài lòng</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Đưa mã QR trên phiếu số hoặc giấy hẹn vào đầu đọc.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hoặc nhập số thứ tự của Ông/Bà:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Đang tìm…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tiếp tục</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>RateScore</name>
        <message>
            <source>Ông/Bà có hài lòng không?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cán bộ chỉ thấy số liệu chung, không biết ai đã đánh giá.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Đang gửi…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Gửi đánh giá</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>RateThanks</name>
        <message>
            <source>Cảm ơn Ông/Bà</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Đánh giá của Ông/Bà đã được ghi nhận và giúp chúng tôi phục vụ tốt hơn.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Trang chủ</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SlipNotice</name>
        <message>
            <source>Máy chưa in được phiếu. Mời Ông/Bà ghi nhớ số %1.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mời Ông/Bà nhận phiếu.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Đang in phiếu…</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>StartingScreen</name>
        <message>
            <source>Xin chờ một chút…</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>TicketFace</name>
        <message>
            <source>Số thứ tự của Ông/Bà</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Phía trước</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Chờ khoảng</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>TicketIssued</name>
        <message>
            <source>Xong</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Waiting</name>
        <message numerus="yes">
            <source>dưới %n phút</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>%n phút</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <source>{low}–{high} phút</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Chưa có ai chờ</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%n người đang chờ</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <source>Ông/Bà là người tiếp theo</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%n người phía trước</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
    </context>
</TS>
