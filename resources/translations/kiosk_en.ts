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
        <name>Appointment</name>
        <message>
            <source>Không có phiếu? Mời Ông/Bà hỏi cán bộ.</source>
            <translation>No slip? Please ask an officer.</translation>
        </message>
    </context>
    <context>
        <name>AppointmentEntry</name>
        <message>
            <source>Ông/Bà có lịch hẹn</source>
            <translation>You have an appointment</translation>
        </message>
        <message>
            <source>Đưa mã QR của lịch hẹn vào đầu đọc.</source>
            <translation>Hold the QR code of your appointment under the scanner.</translation>
        </message>
        <message>
            <source>Hoặc nhập 6 số của mã lịch hẹn:</source>
            <translation>Or type the 6 digits of its code:</translation>
        </message>
        <message>
            <source>Đang lấy số…</source>
            <translation>Taking a number…</translation>
        </message>
        <message>
            <source>Lấy số thường</source>
            <translation>Take an ordinary number</translation>
        </message>
        <message>
            <source>Lấy số</source>
            <translation>Take a number</translation>
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
        <name>CardScan</name>
        <message>
            <source>Quét thẻ căn cước</source>
            <translation>Scan your identity card</translation>
        </message>
        <message>
            <source>Hướng mã QR trên thẻ vào đầu đọc, cách khoảng một gang tay.</source>
            <translation>Turn the QR code on your card to the scanner, about a hand away.</translation>
        </message>
        <message>
            <source>Máy không lưu thông tin trên thẻ, chỉ giữ một dấu trong hôm nay để mỗi thẻ có một số chờ.</source>
            <translation>Nothing on the card is stored; only a mark is kept for today, so that each card holds one waiting number.</translation>
        </message>
        <message>
            <source>Không mang thẻ? Mời Ông/Bà hỏi cán bộ để được lấy số.</source>
            <translation>No card with you? Please ask an officer for a number.</translation>
        </message>
    </context>
    <context>
        <name>ClosedScreen</name>
        <message>
            <source>Hiện tại chưa đến giờ lấy số hoặc đã hết giờ</source>
            <translation>No numbers are given out at this hour</translation>
        </message>
        <message>
            <source>Ông/Bà vẫn có thể</source>
            <translation>You can still</translation>
        </message>
        <message>
            <source>Số liệu lúc %1</source>
            <translation>Figures as of %1</translation>
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
        <message>
            <source>Số được ưu tiên vì: %1</source>
            <translation>Your number has priority: %1</translation>
        </message>
        <message>
            <source>Quét thẻ để lấy số</source>
            <translation>Scan your card for a number</translation>
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
        <message>
            <source>Đọc to màn hình</source>
            <translation>Read the screen aloud</translation>
        </message>
    </context>
    <context>
        <name>Home</name>
        <message>
            <source>Chưa mở quầy</source>
            <translation>No counter open</translation>
        </message>
        <message>
            <source>Chưa đến giờ</source>
            <translation>Not open yet</translation>
        </message>
        <message>
            <source>Hết giờ</source>
            <translation>Closed now</translation>
        </message>
        <message>
            <source>Hết số</source>
            <translation>No numbers left</translation>
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
        <message>
            <source>Hiện chưa cấp số. Chạm vào một hàng để xem giờ trở lại.</source>
            <translation>No numbers at the moment. Touch a line to see when to come back.</translation>
        </message>
        <message>
            <source>Số liệu lúc %1</source>
            <translation>Figures as of %1</translation>
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
        <name>Keyboard</name>
        <message>
            <source>Xóa một chữ</source>
            <translation>Erase one letter</translation>
        </message>
        <message>
            <source>Dấu cách</source>
            <translation>Space</translation>
        </message>
        <message>
            <source>Xóa hết</source>
            <translation>Clear</translation>
        </message>
    </context>
    <context>
        <name>Language</name>
        <message>
            <source>Tiếng Việt</source>
            <translation>English</translation>
        </message>
    </context>
    <context>
        <name>LanguageSheet</name>
        <message>
            <source>Đóng</source>
            <translation>Close</translation>
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
        <name>LineNotGiving</name>
        <message>
            <source>Việc khác có thể làm ngay bây giờ</source>
            <translation>What you can do right now</translation>
        </message>
        <message>
            <source>Xem các hàng khác</source>
            <translation>See the other lines</translation>
        </message>
    </context>
    <context>
        <name>MatterTile</name>
        <message>
            <source>Việc thứ %1</source>
            <translation>Matter %1</translation>
        </message>
    </context>
    <context>
        <name>Matters</name>
        <message>
            <source>Sau đó: {letters}</source>
            <translation>Then: {letters}</translation>
        </message>
    </context>
    <context>
        <name>MattersButton</name>
        <message>
            <source>Thêm việc khác trong cùng một số</source>
            <translation>Add another matter to the same number</translation>
        </message>
    </context>
    <context>
        <name>MoreMatters</name>
        <message>
            <source>Ông/Bà còn việc nào khác?</source>
            <translation>Anything else today?</translation>
        </message>
        <message>
            <source>Đã đủ %1 việc cho một số, chạm lần nữa để bỏ.</source>
            <translation>One number holds %1 matters; touch one again to remove it.</translation>
        </message>
        <message>
            <source>Một số cho các việc, được gọi lần lượt. Tối đa %1 việc, chạm lần nữa để bỏ.</source>
            <translation>One number, called for one matter after another. Up to %1; touch again to remove.</translation>
        </message>
        <message>
            <source>Việc thứ %1</source>
            <translation>Matter %1</translation>
        </message>
        <message>
            <source>Xong</source>
            <translation>Done</translation>
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
        <message>
            <source>Thủ tục, giấy tờ cần mang</source>
            <translation>Procedures and documents</translation>
        </message>
        <message>
            <source>Có lịch hẹn</source>
            <translation>I have an appointment</translation>
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
        <name>ProcedureFields</name>
        <message>
            <source>Ông/Bà cần tìm thủ tục nào?</source>
            <translation>Which procedure are you looking for?</translation>
        </message>
        <message>
            <source>Gõ tên hoặc mã thủ tục</source>
            <translation>Type a name or code</translation>
        </message>
        <message>
            <source>Hoặc chọn lĩnh vực:</source>
            <translation>Or choose a field:</translation>
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
        <name>ProcedurePage</name>
        <message>
            <source>Giấy tờ cần mang</source>
            <translation>Documents to bring</translation>
        </message>
        <message>
            <source>Danh mục chưa ghi giấy tờ. Mời Ông/Bà hỏi cán bộ tại quầy hướng dẫn.</source>
            <translation>The catalogue lists no documents. Please ask an officer at the information counter.</translation>
        </message>
        <message>
            <source>Thời hạn giải quyết</source>
            <translation>Time limit</translation>
        </message>
        <message>
            <source>Phí, lệ phí</source>
            <translation>Fees</translation>
        </message>
        <message>
            <source>Nơi nộp</source>
            <translation>Where to apply</translation>
        </message>
        <message>
            <source>Kết quả</source>
            <translation>Result</translation>
        </message>
        <message>
            <source>Mời Ông/Bà hỏi cán bộ tại quầy hướng dẫn.</source>
            <translation>Please ask an officer at the information counter.</translation>
        </message>
        <message>
            <source>Hàng %1: %2</source>
            <translation>Line %1: %2</translation>
        </message>
        <message>
            <source>Trước</source>
            <translation>Before</translation>
        </message>
        <message>
            <source>Trang trước</source>
            <translation>Page before</translation>
        </message>
        <message>
            <source>Trang %1 trên %2</source>
            <translation>Page %1 of %2</translation>
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
            <source>Lấy số hàng %1</source>
            <translation>Take a number: %1</translation>
        </message>
    </context>
    <context>
        <name>ProcedurePaging</name>
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
            <source>Trang trước</source>
            <translation>Page before</translation>
        </message>
        <message>
            <source>Sau</source>
            <translation>Next</translation>
        </message>
        <message>
            <source>Trang sau</source>
            <translation>Next page</translation>
        </message>
    </context>
    <context>
        <name>ProcedureResults</name>
        <message>
            <source>Gõ tên hoặc mã thủ tục</source>
            <translation>Type a name or code</translation>
        </message>
        <message>
            <source>Tìm trong: %1</source>
            <translation>Search in: %1</translation>
        </message>
        <message>
            <source>Gõ vài chữ, không cần dấu. Ví dụ: khai sinh, ket hon</source>
            <translation>Type a few letters in Vietnamese, without accents. For example: khai sinh, ket hon</translation>
        </message>
    </context>
    <context>
        <name>ProcedureSearchField</name>
        <message>
            <source>Tìm: %1</source>
            <translation>Searching: %1</translation>
        </message>
    </context>
    <context>
        <name>ProcedureTakeAlong</name>
        <message>
            <source>Chưa in được. Mời Ông/Bà chụp mã QR này.</source>
            <translation>It could not be printed. Please photograph this QR code.</translation>
        </message>
        <message>
            <source>Mời Ông/Bà nhận tờ hướng dẫn.</source>
            <translation>Please take the printed guide.</translation>
        </message>
        <message>
            <source>Mang theo bằng điện thoại: quét mã này.</source>
            <translation>Take it along on your phone: scan this code.</translation>
        </message>
        <message>
            <source>Quét mã để mở Cổng Dịch vụ công quốc gia.</source>
            <translation>Scan to open the National Public Service Portal.</translation>
        </message>
        <message>
            <source>Mã QR để xem trên điện thoại</source>
            <translation>QR code to read this on a phone</translation>
        </message>
        <message>
            <source>Đang in…</source>
            <translation>Printing…</translation>
        </message>
        <message>
            <source>In lại</source>
            <translation>Print again</translation>
        </message>
        <message>
            <source>In hướng dẫn</source>
            <translation>Print the guide</translation>
        </message>
    </context>
    <context>
        <name>Procedures</name>
        <message numerus="yes">
            <source>%n thủ tục</source>
            <translation>
                <numerusform>%n procedure</numerusform>
                <numerusform>%n procedures</numerusform>
            </translation>
        </message>
        <message>
            <source>Không tiếp nhận tại đây</source>
            <translation>Not received here</translation>
        </message>
        <message>
            <source>Hàng %1</source>
            <translation>Line %1</translation>
        </message>
        <message>
            <source>Hỏi quầy hướng dẫn</source>
            <translation>Ask at the information counter</translation>
        </message>
        <message>
            <source>Không tìm thấy thủ tục nào. Mời Ông/Bà thử từ khác, hoặc xem theo lĩnh vực.</source>
            <translation>No procedure was found. Please try other words, or look by field.</translation>
        </message>
        <message numerus="yes">
            <source>Không có đúng từ này. Gần giống: %n thủ tục</source>
            <translation>
                <numerusform>Not found as typed. Similar: %n procedure</numerusform>
                <numerusform>Not found as typed. Similar: %n procedures</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Có %n thủ tục. Gõ thêm để thu hẹp.</source>
            <translation>
                <numerusform>%n procedure. Type more to narrow it down.</numerusform>
                <numerusform>%n procedures. Type more to narrow it down.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Tìm thấy %n thủ tục</source>
            <translation>
                <numerusform>%n procedure found</numerusform>
                <numerusform>%n procedures found</numerusform>
            </translation>
        </message>
        <message>
            <source>Quầy số %1</source>
            <translation>Counter %1</translation>
        </message>
        <message>
            <source>Thủ tục này không tiếp nhận tại đây. Mời Ông/Bà hỏi cán bộ tại quầy hướng dẫn.</source>
            <translation>This procedure is not received here. Please ask an officer at the information counter.</translation>
        </message>
        <message>
            <source>Có thể xem trên Cổng Dịch vụ công quốc gia: dichvucong.gov.vn</source>
            <translation>You can read about it on the National Public Service Portal: dichvucong.gov.vn</translation>
        </message>
        <message>
            <source>Không phải nộp, đã có trong: %1</source>
            <translation>Not needed, already in: %1</translation>
        </message>
        <message>
            <source>Chỉ khi nộp trực tuyến</source>
            <translation>Only when applying online</translation>
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
        <name>ReadAloud</name>
        <message>
            <source>Nút bấm</source>
            <translation>Buttons</translation>
        </message>
        <message>
            <source>Lựa chọn</source>
            <translation>Choices</translation>
        </message>
        <message>
            <source>đang chọn</source>
            <translation>chosen</translation>
        </message>
    </context>
    <context>
        <name>SlipNotice</name>
        <message>
            <source>Mời Ông/Bà nhận phiếu.</source>
            <translation>Please take your slip.</translation>
        </message>
        <message>
            <source>Đang in phiếu…</source>
            <translation>Printing your slip…</translation>
        </message>
        <message>
            <source>Máy chưa in được phiếu. Mời Ông/Bà ghi nhớ số %1 hoặc chụp lại mã QR.</source>
            <translation>No slip came out. Please remember the number %1 or photograph the QR code.</translation>
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
        <message>
            <source>Ưu tiên: %1</source>
            <translation>Priority: %1</translation>
        </message>
        <message>
            <source>Sau đó, vẫn với số này:</source>
            <translation>Then, with the same number:</translation>
        </message>
    </context>
    <context>
        <name>TicketIssued</name>
        <message>
            <source>Xong</source>
            <translation>Done</translation>
        </message>
        <message>
            <source>In lại</source>
            <translation>Print again</translation>
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
    <context>
        <name>Staff</name>
        <message>
            <source>Máy in và giấy</source>
            <translation>Printer and paper</translation>
        </message>
        <message>
            <source>Sẵn sàng, còn giấy</source>
            <translation>Ready, has paper</translation>
        </message>
        <message>
            <source>Sắp hết giấy</source>
            <translation>Nearly out of paper</translation>
        </message>
        <message>
            <source>Hết giấy</source>
            <translation>Out of paper</translation>
        </message>
        <message>
            <source>Nắp máy in đang mở</source>
            <translation>The printer's cover is open</translation>
        </message>
        <message>
            <source>Không kết nối được máy in</source>
            <translation>The printer cannot be reached</translation>
        </message>
        <message>
            <source>Máy in báo lỗi</source>
            <translation>The printer reports a fault</translation>
        </message>
        <message>
            <source>Máy in không cho biết tình trạng</source>
            <translation>The printer does not say how it is</translation>
        </message>
        <message numerus="yes">
            <source>%n phiếu chờ in</source>
            <translation>
                <numerusform>%n slip waiting</numerusform>
                <numerusform>%n slips waiting</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n phiếu chưa rõ đã in hay chưa</source>
            <translation>
                <numerusform>%n slip that may not have come out</numerusform>
                <numerusform>%n slips that may not have come out</numerusform>
            </translation>
        </message>
        <message>
            <source>Không có phiếu chờ in</source>
            <translation>No slip is waiting</translation>
        </message>
        <message>
            <source>Phiếu</source>
            <translation>Slips</translation>
        </message>
        <message>
            <source>Trực tuyến, máy chủ trả lời lúc {at}</source>
            <translation>Online, the server answered at {at}</translation>
        </message>
        <message>
            <source>Trực tuyến</source>
            <translation>Online</translation>
        </message>
        <message>
            <source>Ngoại tuyến từ {at}</source>
            <translation>Offline since {at}</translation>
        </message>
        <message>
            <source>Chưa liên lạc được từ khi khởi động</source>
            <translation>Not reached since the start</translation>
        </message>
        <message>
            <source>Mạng</source>
            <translation>Network</translation>
        </message>
        <message numerus="yes">
            <source>%n sự kiện chỉ có trên máy này</source>
            <translation>
                <numerusform>%n event is only on this machine</numerusform>
                <numerusform>%n events are only on this machine</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>An toàn tại bộ phận, tỉnh chưa nhận %n sự kiện</source>
            <translation>
                <numerusform>Safe in the office, %n event not yet in the province</numerusform>
                <numerusform>Safe in the office, %n events not yet in the province</numerusform>
            </translation>
        </message>
        <message>
            <source>An toàn tại bộ phận, tỉnh đã nhận đủ</source>
            <translation>Safe in the office, all in the province</translation>
        </message>
        <message>
            <source>Đã gửi hết lên máy chủ</source>
            <translation>All sent to the server</translation>
        </message>
        <message>
            <source>Chờ gửi</source>
            <translation>Waiting to be sent</translation>
        </message>
        <message numerus="yes">
            <source>%n số đã cấp</source>
            <translation>
                <numerusform>%n number given</numerusform>
                <numerusform>%n numbers given</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n lượt đánh giá</source>
            <translation>
                <numerusform>%n rating</numerusform>
                <numerusform>%n ratings</numerusform>
            </translation>
        </message>
        <message>
            <source>Hôm nay</source>
            <translation>Today</translation>
        </message>
        <message>
            <source>{name}, phiên bản {version}</source>
            <translation>{name}, version {version}</translation>
        </message>
        <message>
            <source>Máy này</source>
            <translation>This machine</translation>
        </message>
        <message>
            <source>Chưa đặt mã PIN cho máy lấy số. Người quản trị đặt mã trên máy chủ bằng lệnh kiosk-pin.</source>
            <translation>No PIN has been set for the kiosks. The administrator sets one on the server with the command kiosk-pin.</translation>
        </message>
        <message>
            <source>Đang in thử…</source>
            <translation>Printing a test…</translation>
        </message>
        <message>
            <source>Đã gửi phiếu in thử. Xin xem chữ trên phiếu có rõ không.</source>
            <translation>The test slip was sent. Please see whether its letters are clear.</translation>
        </message>
    </context>
    <context>
        <name>StaffActions</name>
        <message>
            <source>Đang in…</source>
            <translation>Printing…</translation>
        </message>
        <message>
            <source>In thử</source>
            <translation>Test print</translation>
        </message>
        <message>
            <source>Chạm lần nữa để khởi động lại</source>
            <translation>Touch again to restart</translation>
        </message>
        <message>
            <source>Khởi động lại chương trình</source>
            <translation>Restart the program</translation>
        </message>
        <message>
            <source>Chạm lần nữa để thoát</source>
            <translation>Touch again to leave</translation>
        </message>
        <message>
            <source>Thoát về màn hình máy</source>
            <translation>Leave for the desktop</translation>
        </message>
        <message>
            <source>Về trang chủ</source>
            <translation>Home</translation>
        </message>
    </context>
    <context>
        <name>StaffPanel</name>
        <message>
            <source>Tình trạng máy lấy số</source>
            <translation>How this kiosk is</translation>
        </message>
        <message>
            <source>Lỗi gần đây</source>
            <translation>Recent failures</translation>
        </message>
        <message>
            <source>Chưa ghi nhận lỗi nào.</source>
            <translation>No failure has been noted.</translation>
        </message>
    </context>
    <context>
        <name>StaffPin</name>
        <message>
            <source>Dành cho cán bộ</source>
            <translation>For staff</translation>
        </message>
        <message>
            <source>Nhập mã PIN của máy lấy số.</source>
            <translation>Enter the kiosk's PIN.</translation>
        </message>
        <message numerus="yes">
            <source>Mã PIN, đã nhập %n chữ số</source>
            <translation>
                <numerusform>PIN, %n digit entered</numerusform>
                <numerusform>PIN, %n digits entered</numerusform>
            </translation>
        </message>
        <message>
            <source>Đang kiểm tra…</source>
            <translation>Checking…</translation>
        </message>
        <message>
            <source>Vào</source>
            <translation>Enter</translation>
        </message>
    </context>
</TS>
