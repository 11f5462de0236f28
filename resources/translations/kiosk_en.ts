<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="vi">
    <context>
        <name>ActionRow</name>
        <message>
            <source>Trang chủ</source>
            <translation>Home</translation>
        </message>
        <message>
            <source>Quay lại</source>
            <translation>Back</translation>
        </message>
    </context>
    <context>
        <name>BottomBar</name>
        <message>
            <source>Chữ to</source>
            <translation>Large text</translation>
        </message>
        <message>
            <source>Tương phản</source>
            <translation>Contrast</translation>
        </message>
        <message>
            <source>Hạ thấp</source>
            <translation>Lower</translation>
        </message>
        <message>
            <source>Trợ giúp</source>
            <translation>Help</translation>
        </message>
    </context>
    <context>
        <name>ClosedScreen</name>
        <message>
            <source>Hiện tại chưa đến giờ lấy số hoặc đã hết giờ</source>
            <translation>No numbers are given out at this hour</translation>
        </message>
    </context>
    <context>
        <name>ConfirmNumber</name>
        <message>
            <source>Đang chờ</source>
            <translation>Waiting</translation>
        </message>
        <message>
            <source>Dự kiến chờ</source>
            <translation>Expected wait</translation>
        </message>
        <message>
            <source>Ông/Bà thuộc diện ưu tiên? (không bắt buộc)</source>
            <translation>Do you have priority? (optional)</translation>
        </message>
        <message>
            <source>Xem giấy tờ cần mang</source>
            <translation>See the documents to bring</translation>
        </message>
        <message>
            <source>Đang lấy số…</source>
            <translation>Getting your number…</translation>
        </message>
        <message>
            <source>Thử lại</source>
            <translation>Try again</translation>
        </message>
        <message>
            <source>Lấy số</source>
            <translation>Take a number</translation>
        </message>
    </context>
    <context>
        <name>Dates</name>
        <message>
            <source>thứ Hai</source>
            <translation>Monday</translation>
        </message>
        <message>
            <source>thứ Ba</source>
            <translation>Tuesday</translation>
        </message>
        <message>
            <source>thứ Tư</source>
            <translation>Wednesday</translation>
        </message>
        <message>
            <source>thứ Năm</source>
            <translation>Thursday</translation>
        </message>
        <message>
            <source>thứ Sáu</source>
            <translation>Friday</translation>
        </message>
        <message>
            <source>thứ Bảy</source>
            <translation>Saturday</translation>
        </message>
        <message>
            <source>Chủ nhật</source>
            <translation>Sunday</translation>
        </message>
        <message>
            <source>tháng 1</source>
            <translation>January</translation>
        </message>
        <message>
            <source>tháng 2</source>
            <translation>February</translation>
        </message>
        <message>
            <source>tháng 3</source>
            <translation>March</translation>
        </message>
        <message>
            <source>tháng 4</source>
            <translation>April</translation>
        </message>
        <message>
            <source>tháng 5</source>
            <translation>May</translation>
        </message>
        <message>
            <source>tháng 6</source>
            <translation>June</translation>
        </message>
        <message>
            <source>tháng 7</source>
            <translation>July</translation>
        </message>
        <message>
            <source>tháng 8</source>
            <translation>August</translation>
        </message>
        <message>
            <source>tháng 9</source>
            <translation>September</translation>
        </message>
        <message>
            <source>tháng 10</source>
            <translation>October</translation>
        </message>
        <message>
            <source>tháng 11</source>
            <translation>November</translation>
        </message>
        <message>
            <source>tháng 12</source>
            <translation>December</translation>
        </message>
        <message>
            <source>{weekday}, ngày {day} {month} năm {year}</source>
            <translation>{weekday} {day} {month} {year}</translation>
        </message>
        <message>
            <source>{weekday}, {day}/{number}/{year}</source>
            <translation>{weekday}, {day}/{number}/{year}</translation>
        </message>
        <message>
            <source>{hour} giờ {minute}</source>
            <translation>{hour}:{minute}</translation>
        </message>
        <message>
            <source>{hour} giờ</source>
            <translation>{hour}:00</translation>
        </message>
        <message>
            <source>{time}, {day}</source>
            <translation>{time}, {day}</translation>
        </message>
        <message>
            <source>{time} ngày {day}/{number}/{year}</source>
            <translation>{time}, {day}/{number}/{year}</translation>
        </message>
    </context>
    <context>
        <name>DocumentSheet</name>
        <message>
            <source>Giấy tờ cần mang</source>
            <translation>Documents to bring</translation>
        </message>
        <message>
            <source>Không phải nộp giấy tờ nào.</source>
            <translation>No document has to be handed in.</translation>
        </message>
    </context>
    <context>
        <name>Dossier</name>
        <message>
            <source>Đã xong</source>
            <translation>Done</translation>
        </message>
        <message>
            <source>Đang ở bước này</source>
            <translation>Now at this step</translation>
        </message>
        <message>
            <source>Sắp tới</source>
            <translation>Still to come</translation>
        </message>
    </context>
    <context>
        <name>DossierEntry</name>
        <message>
            <source>Tra cứu hồ sơ</source>
            <translation>Check a dossier</translation>
        </message>
        <message>
            <source>Đưa mã QR trên giấy hẹn vào đầu đọc.</source>
            <translation>Hold the QR code of your receipt under the scanner.</translation>
        </message>
        <message>
            <source>Hoặc nhập các số còn lại của mã hồ sơ:</source>
            <translation>Or type the rest of the dossier code:</translation>
        </message>
        <message>
            <source>Đang tìm…</source>
            <translation>Searching…</translation>
        </message>
        <message>
            <source>Tra cứu</source>
            <translation>Check</translation>
        </message>
    </context>
    <context>
        <name>DossierProgress</name>
        <message>
            <source>Hồ sơ %1</source>
            <translation>Dossier %1</translation>
        </message>
        <message>
            <source>Theo số liệu lúc %1</source>
            <translation>As known at %1</translation>
        </message>
    </context>
    <context>
        <name>DossierState</name>
        <message>
            <source>Hiện nay</source>
            <translation>Now</translation>
        </message>
        <message>
            <source>Tiếp theo: %1</source>
            <translation>Next: %1</translation>
        </message>
        <message>
            <source>Hồ sơ đã quá hạn. Chúng tôi xin lỗi Ông/Bà. Mời Ông/Bà hỏi tại quầy hoặc gọi %1.</source>
            <translation>This dossier is late. We apologise. Please ask at a counter or call %1.</translation>
        </message>
        <message>
            <source>Hẹn trả kết quả</source>
            <translation>Result promised for</translation>
        </message>
    </context>
    <context>
        <name>FollowByPhone</name>
        <message>
            <source>Mã QR để theo dõi số trên điện thoại</source>
            <translation>QR code to follow your number on a phone</translation>
        </message>
        <message>
            <source>Quét mã để theo dõi số trên điện thoại</source>
            <translation>Scan to follow your number on your phone</translation>
        </message>
    </context>
    <context>
        <name>HelpSheet</name>
        <message>
            <source>Trợ giúp</source>
            <translation>Help</translation>
        </message>
        <message>
            <source>Lấy số: chạm vào việc cần làm, rồi chạm “Lấy số”.</source>
            <translation>Take a number: touch what you came for, then “Take a number”.</translation>
        </message>
        <message>
            <source>Tra cứu hồ sơ: đưa mã QR trên giấy hẹn vào đầu đọc.</source>
            <translation>Check a dossier: hold the QR code of your receipt under the scanner.</translation>
        </message>
        <message>
            <source>Đánh giá: đưa phiếu số vào đầu đọc, rồi chạm một khuôn mặt.</source>
            <translation>Rate: hold your slip under the scanner, then touch a face.</translation>
        </message>
        <message>
            <source>Cần người giúp: mời hỏi cán bộ hướng dẫn hoặc gọi %1.</source>
            <translation>Need somebody? Ask the guide in the hall or call %1.</translation>
        </message>
        <message>
            <source>Tắt chuyển động</source>
            <translation>No movement</translation>
        </message>
        <message>
            <source>Đã hiểu</source>
            <translation>Understood</translation>
        </message>
    </context>
    <context>
        <name>Home</name>
        <message>
            <source>Chưa mở quầy</source>
            <translation>No counter open</translation>
        </message>
    </context>
    <context>
        <name>HomeScreen</name>
        <message>
            <source>Mời Ông/Bà lấy số thứ tự</source>
            <translation>Please take a number</translation>
        </message>
        <message>
            <source>Chạm vào việc Ông/Bà cần làm</source>
            <translation>Touch what you came for</translation>
        </message>
    </context>
    <context>
        <name>IdleNotice</name>
        <message>
            <source>Ông/Bà còn ở đây không?</source>
            <translation>Are you still here?</translation>
        </message>
        <message numerus="yes">
            <source>Màn hình sẽ về trang chủ sau %n giây.</source>
            <translation>
                <numerusform>The screen goes home in %n second.</numerusform>
                <numerusform>The screen goes home in %n seconds.</numerusform>
            </translation>
        </message>
        <message>
            <source>Trang chủ</source>
            <translation>Home</translation>
        </message>
        <message>
            <source>Tôi còn ở đây</source>
            <translation>I am still here</translation>
        </message>
    </context>
    <context>
        <name>LineHeading</name>
        <message>
            <source>Lấy số thứ tự</source>
            <translation>Take a number</translation>
        </message>
    </context>
    <context>
        <name>OfflineMark</name>
        <message>
            <source>Ngoại tuyến</source>
            <translation>Offline</translation>
        </message>
    </context>
    <context>
        <name>OtherJourneys</name>
        <message>
            <source>Tra cứu hồ sơ</source>
            <translation>Check a dossier</translation>
        </message>
        <message>
            <source>Đánh giá mức độ hài lòng</source>
            <translation>Rate our service</translation>
        </message>
        <message>
            <source>Có giấy hẹn hoặc phiếu số? Đưa mã QR vào đầu đọc.</source>
            <translation>Have a receipt or slip? Hold its QR code under the scanner.</translation>
        </message>
    </context>
    <context>
        <name>Pad</name>
        <message>
            <source>Xóa hết</source>
            <translation>Clear</translation>
        </message>
        <message>
            <source>Xóa</source>
            <translation>Erase</translation>
        </message>
    </context>
    <context>
        <name>ProcedureDocuments</name>
        <message>
            <source>Lên</source>
            <translation>Up</translation>
        </message>
        <message>
            <source>Xem phần trên</source>
            <translation>Further up</translation>
        </message>
        <message>
            <source>Xuống</source>
            <translation>Down</translation>
        </message>
        <message>
            <source>Xem phần dưới</source>
            <translation>Further down</translation>
        </message>
        <message>
            <source>Ông/Bà đã mang đủ giấy tờ chưa?</source>
            <translation>Do you have all documents with you?</translation>
        </message>
        <message>
            <source>Đủ rồi, lấy số</source>
            <translation>Yes, take a number</translation>
        </message>
    </context>
    <context>
        <name>ProcedureList</name>
        <message>
            <source>Ông/Bà đến làm thủ tục nào?</source>
            <translation>Which procedure is it?</translation>
        </message>
        <message>
            <source>Trang chủ</source>
            <translation>Home</translation>
        </message>
        <message>
            <source>Quay lại</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>Trang %1 trên %2</source>
            <translation>Page %1 of %2</translation>
        </message>
        <message>
            <source>Trước</source>
            <translation>Before</translation>
        </message>
        <message>
            <source>Sau</source>
            <translation>Next</translation>
        </message>
        <message>
            <source>Trang sau</source>
            <translation>Next page</translation>
        </message>
        <message>
            <source>Trang trước</source>
            <translation>Page before</translation>
        </message>
    </context>
    <context>
        <name>Rate</name>
        <message>
            <source>Rất hài lòng</source>
            <translation>Very satisfied</translation>
        </message>
        <message>
            <source>Hài lòng</source>
            <translation>Satisfied</translation>
        </message>
        <message>
            <source>Không hài lòng</source>
            <translation>Not satisfied</translation>
        </message>
        <message>
            <source>Điều gì cần làm tốt hơn?</source>
            <translation>What should be better?</translation>
        </message>
        <message>
            <source>Ông/Bà hài lòng về điều gì?</source>
            <translation>What was good?</translation>
        </message>
        <message>
            <source>Thái độ phục vụ</source>
            <translation>Attitude</translation>
        </message>
        <message>
            <source>Thời gian chờ</source>
            <translation>Waiting time</translation>
        </message>
        <message>
            <source>Hướng dẫn hồ sơ</source>
            <translation>Guidance</translation>
        </message>
        <message>
            <source>Đúng hẹn</source>
            <translation>Kept the date</translation>
        </message>
        <message>
            <source>Giấy tờ phải nộp</source>
            <translation>Documents</translation>
        </message>
        <message>
            <source>Phí, lệ phí</source>
            <translation>Fees</translation>
        </message>
    </context>
    <context>
        <name>RateEntry</name>
        <message>
            <source>Đánh giá mức độ hài lòng</source>
            <translation>Rate our service</translation>
        </message>
        <message>
            <source>Đưa mã QR trên phiếu số hoặc giấy hẹn vào đầu đọc.</source>
            <translation>Hold the QR code of your slip or receipt under the scanner.</translation>
        </message>
        <message>
            <source>Hoặc nhập số thứ tự của Ông/Bà:</source>
            <translation>Or type your number:</translation>
        </message>
        <message>
            <source>Đang tìm…</source>
            <translation>Searching…</translation>
        </message>
        <message>
            <source>Tiếp tục</source>
            <translation>Continue</translation>
        </message>
    </context>
    <context>
        <name>RateScore</name>
        <message>
            <source>Ông/Bà có hài lòng không?</source>
            <translation>Are you satisfied?</translation>
        </message>
        <message>
            <source>Cán bộ chỉ thấy số liệu chung, không biết ai đã đánh giá.</source>
            <translation>Officers see figures only, never who rated.</translation>
        </message>
        <message>
            <source>Đang gửi…</source>
            <translation>Sending…</translation>
        </message>
        <message>
            <source>Gửi đánh giá</source>
            <translation>Send</translation>
        </message>
    </context>
    <context>
        <name>RateThanks</name>
        <message>
            <source>Cảm ơn Ông/Bà</source>
            <translation>Thank you</translation>
        </message>
        <message>
            <source>Đánh giá của Ông/Bà đã được ghi nhận và giúp chúng tôi phục vụ tốt hơn.</source>
            <translation>Your rating is recorded and helps us to serve you better.</translation>
        </message>
        <message>
            <source>Trang chủ</source>
            <translation>Home</translation>
        </message>
    </context>
    <context>
        <name>SlipNotice</name>
        <message>
            <source>Máy chưa in được phiếu. Mời Ông/Bà ghi nhớ số %1.</source>
            <translation>The slip could not be printed. Please remember the number %1.</translation>
        </message>
        <message>
            <source>Mời Ông/Bà nhận phiếu.</source>
            <translation>Please take your slip.</translation>
        </message>
        <message>
            <source>Đang in phiếu…</source>
            <translation>Printing your slip…</translation>
        </message>
    </context>
    <context>
        <name>StartingScreen</name>
        <message>
            <source>Xin chờ một chút…</source>
            <translation>One moment, please…</translation>
        </message>
    </context>
    <context>
        <name>TicketFace</name>
        <message>
            <source>Số thứ tự của Ông/Bà</source>
            <translation>Your number</translation>
        </message>
        <message>
            <source>Phía trước</source>
            <translation>Ahead of you</translation>
        </message>
        <message>
            <source>Dự kiến chờ</source>
            <translation>Expected wait</translation>
        </message>
    </context>
    <context>
        <name>TicketIssued</name>
        <message>
            <source>Xong</source>
            <translation>Done</translation>
        </message>
    </context>
    <context>
        <name>Waiting</name>
        <message numerus="yes">
            <source>dưới %n phút</source>
            <translation>
                <numerusform>under %n min</numerusform>
                <numerusform>under %n min</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n phút</source>
            <translation>
                <numerusform>%n min</numerusform>
                <numerusform>%n min</numerusform>
            </translation>
        </message>
        <message>
            <source>{low}–{high} phút</source>
            <translation>{low}–{high} min</translation>
        </message>
        <message numerus="yes">
            <source>%n người</source>
            <translation>
                <numerusform>%n person</numerusform>
                <numerusform>%n people</numerusform>
            </translation>
        </message>
        <message>
            <source>Ông/Bà là người tiếp theo</source>
            <translation>You are next</translation>
        </message>
    </context>
</TS>
