<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="vi_VN">
    <context>
        <name>Calendar</name>
        <message>
            <source>Đặt ngày này là</source>
            <translation>Make this day</translation>
        </message>
        <message>
            <source>Giờ làm việc</source>
            <translation>Working hours</translation>
        </message>
        <message>
            <source>Lý do</source>
            <translation>Reason</translation>
        </message>
        <message>
            <source>Số văn bản thông báo</source>
            <translation>Number of the announcement</translation>
        </message>
        <message>
            <source>Lưu</source>
            <translation>Save</translation>
        </message>
        <message>
            <source>Bỏ mục đã đặt</source>
            <translation>Withdraw the entry</translation>
        </message>
        <message>
            <source>Nguồn: danh mục của đơn vị, phiên bản {version}, có lịch từ {first} đến {last}. Ngày nghỉ lễ theo Bộ luật Lao động (Điều 112) và thông báo hoán đổi từng năm; dấu ✎ là ngày do đơn vị đặt.</source>
            <translation>Source: the office's reference data, version {version}, with a calendar from {first} to {last}. Holidays by the Labour Code (Article 112) and each year's announced swaps; ✎ marks a day entered by the office.</translation>
        </message>
        <message>
            <source>Làm việc</source>
            <translation>Working day</translation>
        </message>
        <message>
            <source>Nghỉ hằng tuần</source>
            <translation>Weekly day of rest</translation>
        </message>
        <message>
            <source>Nghỉ</source>
            <translation>Closed</translation>
        </message>
        <message>
            <source>Làm bù</source>
            <translation>Make-up</translation>
        </message>
        <message>
            <source>Giờ khác</source>
            <translation>Other hours</translation>
        </message>
        <message>
            <source>{count} hẹn</source>
            <translation>{count} due</translation>
        </message>
        <message>
            <source>Giờ làm việc: {hours}</source>
            <translation>Hours: {hours}</translation>
        </message>
        <message>
            <source>Do đơn vị đặt: {who}, {when}.</source>
            <translation>Entered by the office: {who}, {when}.</translation>
        </message>
        <message>
            <source>Theo lịch chung; mục đơn vị đặt đã được bỏ: {who}, {when}.</source>
            <translation>As the common calendar says; the office's entry was withdrawn: {who}, {when}.</translation>
        </message>
        <message>
            <source>Theo lịch chung.</source>
            <translation>As the common calendar says.</translation>
        </message>
        <message>
            <source>Lịch chung: {usual}.</source>
            <translation>Common calendar: {usual}.</translation>
        </message>
        <message>
            <source>{count} hồ sơ có ngày hẹn rơi vào ngày này. Ngày đã hẹn không đổi; hồ sơ nào không kịp thì cần xin lỗi, hẹn lại từng hồ sơ.</source>
            <translation>Dossiers promised for this day: {count}. Their dates stay as promised; each one that will be late needs an apology and a new date.</translation>
        </message>
        <message>
            <source>{count} hồ sơ có ngày hẹn rơi vào ngày này.</source>
            <translation>Dossiers promised for this day: {count}.</translation>
        </message>
        <message>
            <source>Chưa có lịch cho ngày này. Quản trị viên cần nhập lịch và ngày nghỉ lễ của năm đó trước.</source>
            <translation>There is no calendar for this day yet. The administrator has to enter that year's calendar and holidays first.</translation>
        </message>
        <message>
            <source>Ngày đã qua: chỉ xem, không sửa được.</source>
            <translation>A past day: it can be looked at, not changed.</translation>
        </message>
        <message>
            <source>Các ngày trong tháng</source>
            <translation>The days of the month</translation>
        </message>
        <message>
            <source>T2</source>
            <translation>Mon</translation>
        </message>
        <message>
            <source>T3</source>
            <translation>Tue</translation>
        </message>
        <message>
            <source>T4</source>
            <translation>Wed</translation>
        </message>
        <message>
            <source>T5</source>
            <translation>Thu</translation>
        </message>
        <message>
            <source>T6</source>
            <translation>Fri</translation>
        </message>
        <message>
            <source>T7</source>
            <translation>Sat</translation>
        </message>
        <message>
            <source>CN</source>
            <translation>Sun</translation>
        </message>
        <message>
            <source>Không đọc được giờ làm việc. Hãy gõ như 07:30–11:30, 13:30–17:00.</source>
            <translation>The working hours cannot be read. Type them like 07:30–11:30, 13:30–17:00.</translation>
        </message>
        <message>
            <source>Đã bỏ mục đã đặt của ngày {day}; lịch chung lại có hiệu lực.</source>
            <translation>The entry for {day} was withdrawn; the common calendar holds again.</translation>
        </message>
        <message>
            <source>Đã lưu lịch ngày {day}. Các ngày đã hẹn không đổi.</source>
            <translation>The calendar of {day} is saved. Dates already promised stay as they are.</translation>
        </message>
        <message>
            <source>Hoàn tác</source>
            <translation>Undo</translation>
        </message>
        <message>
            <source>Lịch làm việc</source>
            <translation>Working calendar</translation>
        </message>
        <message>
            <source>Trước</source>
            <translation>Earlier</translation>
        </message>
        <message>
            <source>Sau</source>
            <translation>Later</translation>
        </message>
        <message>
            <source>Hôm nay</source>
            <translation>Today</translation>
        </message>
    </context>
    <context>
        <name>Cash</name>
        <message>
            <source>Hôm trước</source>
            <translation>Day before</translation>
        </message>
        <message>
            <source>Hôm sau</source>
            <translation>Day after</translation>
        </message>
        <message>
            <source>Của tôi</source>
            <translation>Mine</translation>
        </message>
        <message>
            <source>Cả bộ phận</source>
            <translation>The whole office</translation>
        </message>
        <message>
            <source>Theo hình thức</source>
            <translation>By way of payment</translation>
        </message>
        <message>
            <source>Theo thủ tục</source>
            <translation>By procedure</translation>
        </message>
        <message>
            <source>Theo quyển biên lai</source>
            <translation>By receipt book</translation>
        </message>
        <message>
            <source>Bưu điện nộp theo biên bản</source>
            <translation>Brought by the post, by record</translation>
        </message>
        <message>
            <source>Ngăn tiền</source>
            <translation>The drawer</translation>
        </message>
        <message>
            <source>Ngày này không thu khoản nào.</source>
            <translation>Nothing was taken on this day.</translation>
        </message>
        <message>
            <source>Tổng thu trong ngày</source>
            <translation>Total of the day</translation>
        </message>
        <message>
            <source>Tiền mặt đếm được</source>
            <translation>Cash counted</translation>
        </message>
        <message>
            <source>In bảng kê</source>
            <translation>Print the sheet</translation>
        </message>
        <message>
            <source>Quét Giấy tiếp nhận hoặc gõ mã hồ sơ để thu phí, lệ phí.
Biên lai do đơn vị cấp; ở đây chỉ ghi số.</source>
            <translation>Scan the receipt or type the dossier code to collect a fee.
Official receipts are issued elsewhere; only their number is recorded here.</translation>
        </message>
        <message>
            <source>Số tiền thu</source>
            <translation>Amount to take</translation>
        </message>
        <message>
            <source>Vì sao thu nhiều hơn số còn phải thu</source>
            <translation>Why more is taken than is due</translation>
        </message>
        <message>
            <source>Ký hiệu biên lai</source>
            <translation>Receipt series</translation>
        </message>
        <message>
            <source>Số biên lai</source>
            <translation>Receipt number</translation>
        </message>
        <message>
            <source>Số {unit}/bản</source>
            <translation>{unit}/copy</translation>
        </message>
        <message>
            <source>Số {piece}</source>
            <translation>Number of {piece}</translation>
        </message>
        <message>
            <source>Thủ tục này không còn trong danh mục; hãy nhập số tiền.</source>
            <translation>This procedure is no longer in the catalogue; please type the amount.</translation>
        </message>
        <message>
            <source>Danh mục không nêu mức thu; hãy nhập số tiền.</source>
            <translation>The catalogue names no amount; please type it.</translation>
        </message>
        <message>
            <source>Mức thu</source>
            <translation>Fee</translation>
        </message>
        <message>
            <source>Được giảm</source>
            <translation>Reduction</translation>
        </message>
        <message>
            <source>Phải thu</source>
            <translation>Due</translation>
        </message>
        <message>
            <source>Đã thu</source>
            <translation>Taken</translation>
        </message>
        <message>
            <source>Thu thừa</source>
            <translation>Too much taken</translation>
        </message>
        <message>
            <source>Còn phải thu</source>
            <translation>Still due</translation>
        </message>
        <message>
            <source>Ghi miễn phí</source>
            <translation>Record waiver</translation>
        </message>
        <message>
            <source>Không có gì phải thu</source>
            <translation>Nothing to collect</translation>
        </message>
        <message>
            <source>Thu tiền</source>
            <translation>Collect</translation>
        </message>
        <message>
            <source>Thu {amount}</source>
            <translation>Take {amount}</translation>
        </message>
        <message>
            <source>Còn thiếu {amount}</source>
            <translation>{amount} missing</translation>
        </message>
        <message>
            <source>Tiền mặt</source>
            <translation>Cash</translation>
        </message>
        <message>
            <source>Chuyển khoản</source>
            <translation>Transfer</translation>
        </message>
        <message>
            <source>Miễn</source>
            <translation>Waived</translation>
        </message>
        <message>
            <source>Bưu điện thu hộ</source>
            <translation>Collected by the post</translation>
        </message>
        <message>
            <source>✗ Đã hoàn trả</source>
            <translation>✗ Given back</translation>
        </message>
        <message>
            <source>✓ Đã miễn</source>
            <translation>✓ Waived</translation>
        </message>
        <message>
            <source>⚠ Chưa có biên lai</source>
            <translation>⚠ No receipt yet</translation>
        </message>
        <message>
            <source>Số tiền</source>
            <translation>Amount</translation>
        </message>
        <message>
            <source>Hình thức</source>
            <translation>Way</translation>
        </message>
        <message>
            <source>Lúc</source>
            <translation>At</translation>
        </message>
        <message>
            <source>Người thu</source>
            <translation>Taken by</translation>
        </message>
        <message>
            <source>Biên lai</source>
            <translation>Receipt</translation>
        </message>
        <message>
            <source>⚠ Chưa có số biên lai: {codes}</source>
            <translation>⚠ No receipt number yet: {codes}</translation>
        </message>
        <message>
            <source>⚠ Biên lai ghi hai lần: {receipt}</source>
            <translation>⚠ Receipt recorded twice: {receipt}</translation>
        </message>
        <message>
            <source>Chưa có biên lai</source>
            <translation>No receipt yet</translation>
        </message>
        <message>
            <source>Tiền mặt thu tại quầy</source>
            <translation>Cash taken at the counters</translation>
        </message>
        <message>
            <source>Phải có trong ngăn tiền</source>
            <translation>Should be in the drawer</translation>
        </message>
        <message>
            <source>khai {due} · đếm được {counted}</source>
            <translation>declared {due} · counted {counted}</translation>
        </message>
        <message>
            <source>Không đọc được số tiền này.</source>
            <translation>This amount cannot be read.</translation>
        </message>
        <message>
            <source>▲ Thừa {amount}</source>
            <translation>▲ {amount} too much</translation>
        </message>
        <message>
            <source>▼ Thiếu {amount}</source>
            <translation>▼ {amount} missing</translation>
        </message>
        <message>
            <source>✓ Khớp</source>
            <translation>✓ Agrees</translation>
        </message>
        <message>
            <source>Khách đưa</source>
            <translation>Handed over</translation>
        </message>
        <message>
            <source>Trả lại</source>
            <translation>Change</translation>
        </message>
        <message>
            <source>Đơn vị chưa khai báo tài khoản để chuyển khoản.</source>
            <translation>The office has no account for transfers yet.</translation>
        </message>
        <message>
            <source>Mã VietQR để chuyển khoản</source>
            <translation>VietQR code for the transfer</translation>
        </message>
        <message>
            <source>In phiếu nộp phí</source>
            <translation>Print the slip</translation>
        </message>
        <message>
            <source>Đã in phiếu nộp phí hồ sơ {code}.</source>
            <translation>The payment slip of dossier {code} has been printed.</translation>
        </message>
        <message>
            <source>Đã in bảng kê thu phí.</source>
            <translation>The cash-up sheet has been printed.</translation>
        </message>
        <message>
            <source>Hoàn tác</source>
            <translation>Undo</translation>
        </message>
        <message>
            <source>Đã ghi khoản thu của hồ sơ {code}.</source>
            <translation>The payment of dossier {code} has been recorded.</translation>
        </message>
        <message>
            <source>Đã ghi biên lai {receipt}.</source>
            <translation>Receipt {receipt} has been recorded.</translation>
        </message>
        <message>
            <source>Đã hoàn trả khoản thu của hồ sơ {code}.</source>
            <translation>The payment of dossier {code} has been given back.</translation>
        </message>
        <message>
            <source>✓ Đúng</source>
            <translation>✓ Yes</translation>
        </message>
        <message>
            <source>○ Không, hoặc chưa hỏi</source>
            <translation>○ No, or not asked</translation>
        </message>
        <message>
            <source>Trả lại khách</source>
            <translation>Change to give back</translation>
        </message>
        <message>
            <source>⚠ Chưa có số biên lai: cấp biên lai rồi ghi số ở trang Đã thu.</source>
            <translation>⚠ No receipt number yet: issue the receipt, then record its number on the page Taken.</translation>
        </message>
        <message>
            <source>Hồ sơ khác</source>
            <translation>Another dossier</translation>
        </message>
        <message>
            <source>Tiếp nhận hồ sơ mới</source>
            <translation>Receive a new dossier</translation>
        </message>
        <message>
            <source>Đã ghi miễn phí</source>
            <translation>Waiver recorded</translation>
        </message>
        <message>
            <source>Đã thu {amount}</source>
            <translation>{amount} taken</translation>
        </message>
        <message>
            <source>Biên lai {receipt}</source>
            <translation>Receipt {receipt}</translation>
        </message>
        <message>
            <source>Hôm nay chưa thu khoản nào.</source>
            <translation>Nothing has been taken today.</translation>
        </message>
        <message>
            <source>Các khoản đã thu</source>
            <translation>Payments taken</translation>
        </message>
        <message>
            <source>Chọn một khoản để ghi số biên lai hoặc hoàn trả.</source>
            <translation>Choose a payment to record its receipt or to give it back.</translation>
        </message>
        <message>
            <source>Lý do hoàn trả</source>
            <translation>Reason for giving it back</translation>
        </message>
        <message>
            <source>Ghi số biên lai</source>
            <translation>Record receipt</translation>
        </message>
        <message>
            <source>Hoàn trả</source>
            <translation>Give back</translation>
        </message>
        <message>
            <source>Thu phí</source>
            <translation>Fees</translation>
        </message>
        <message>
            <source>Chốt thu</source>
            <translation>Cash-up</translation>
        </message>
        <message>
            <source>Quét mã QR trên Giấy tiếp nhận, hoặc gõ mã hồ sơ rồi Enter (F8)</source>
            <translation>Scan the QR code of the receipt, or type the dossier code and press Enter (F8)</translation>
        </message>
        <message>
            <source>Đã thu (⚠ {count})</source>
            <translation>Taken (⚠ {count})</translation>
        </message>
    </context>
    <context>
        <name>Conflicts</name>
        <message>
            <source>Không có mâu thuẫn nào cần xem.</source>
            <translation>There are no conflicts to look at.</translation>
        </message>
        <message>
            <source>đang ghi: {now}</source>
            <translation>recorded: {now}</translation>
        </message>
        <message>
            <source>Đã xem xét</source>
            <translation>Seen</translation>
        </message>
        <message>
            <source>Giữ như đang ghi</source>
            <translation>Keep as recorded</translation>
        </message>
        <message>
            <source>Đã ghi nhận cách giải quyết.</source>
            <translation>The settlement is recorded.</translation>
        </message>
    </context>
    <context>
        <name>Consign</name>
        <message>
            <source>Ở bưu điện</source>
            <translation>With the post</translation>
        </message>
        <message>
            <source>Đang bàn giao</source>
            <translation>Being handed over</translation>
        </message>
        <message>
            <source>Bị trả về</source>
            <translation>Refused</translation>
        </message>
        <message>
            <source>Đã nộp, chờ vào sổ</source>
            <translation>Submitted, not entered yet</translation>
        </message>
        <message>
            <source>Đã vào sổ</source>
            <translation>Entered</translation>
        </message>
        <message>
            <source>Đã trả người gửi</source>
            <translation>Given back</translation>
        </message>
        <message>
            <source>Đã hủy</source>
            <translation>Withdrawn</translation>
        </message>
        <message>
            <source>thành phần không đủ</source>
            <translation>papers are missing</translation>
        </message>
        <message>
            <source>không thuộc đơn vị này</source>
            <translation>another unit is competent</translation>
        </message>
        <message>
            <source>niêm phong rách</source>
            <translation>the seal was broken</translation>
        </message>
        <message>
            <source>giấy tờ hư hỏng</source>
            <translation>papers are damaged</translation>
        </message>
        <message>
            <source>lý do khác, xem biên bản</source>
            <translation>another reason, see the record</translation>
        </message>
        <message>
            <source>hồ sơ được bổ sung</source>
            <translation>the dossier to be completed</translation>
        </message>
        <message>
            <source>thủ tục</source>
            <translation>the procedure</translation>
        </message>
        <message>
            <source>họ tên người gửi</source>
            <translation>the sender's name</translation>
        </message>
        <message>
            <source>địa chỉ người gửi</source>
            <translation>the sender's address</translation>
        </message>
        <message>
            <source>ngày sinh đúng dạng 31/12/1990</source>
            <translation>a date of birth such as 31/12/1990</translation>
        </message>
        <message>
            <source>họ tên người được ủy quyền</source>
            <translation>the authorised person's name</translation>
        </message>
        <message>
            <source>giấy ủy quyền</source>
            <translation>the paper of authorisation</translation>
        </message>
        <message>
            <source>giấy tờ đã gửi</source>
            <translation>the papers handed in</translation>
        </message>
        <message>
            <source>số tiền đã thu bằng số</source>
            <translation>the amount collected, in figures</translation>
        </message>
        <message>
            <source>ký hiệu và số biên lai đúng với số tiền đã thu</source>
            <translation>a receipt that goes with the amount collected</translation>
        </message>
        <message>
            <source>số hiệu bưu gửi chỉ gồm chữ và số</source>
            <translation>a tracking number of letters and digits only</translation>
        </message>
        <message>
            <source>Còn thiếu: {listed}.</source>
            <translation>Still missing: {listed}.</translation>
        </message>
        <message>
            <source>Quét Giấy tiếp nhận hoặc Phiếu yêu cầu bổ sung của người gửi.</source>
            <translation>Scan the sender's receipt or request for further papers.</translation>
        </message>
        <message>
            <source>{procedure} · nộp bổ sung đến hết ngày {day}</source>
            <translation>{procedure} · papers may come until {day}</translation>
        </message>
        <message>
            <source>Nộp hồ sơ mới</source>
            <translation>New application</translation>
        </message>
        <message>
            <source>Bổ sung hồ sơ {code}</source>
            <translation>Completes dossier {code}</translation>
        </message>
        <message>
            <source>không thu</source>
            <translation>nothing collected</translation>
        </message>
        <message>
            <source>Việc</source>
            <translation>Purpose</translation>
        </message>
        <message>
            <source>Giấy tờ</source>
            <translation>Papers</translation>
        </message>
        <message>
            <source>Tiền thu hộ</source>
            <translation>Fees collected</translation>
        </message>
        <message>
            <source>Số hiệu bưu gửi</source>
            <translation>Tracking number</translation>
        </message>
        <message>
            <source>Lập lúc</source>
            <translation>Made</translation>
        </message>
        <message>
            <source>Mã hồ sơ</source>
            <translation>Dossier</translation>
        </message>
        <message>
            <source>Lý do trả về</source>
            <translation>Refused because</translation>
        </message>
        <message>
            <source>{papers} giấy tờ · {sets} bộ</source>
            <translation>papers: {papers} · sets: {sets}</translation>
        </message>
        <message>
            <source>biên lai {receipt}</source>
            <translation>receipt {receipt}</translation>
        </message>
        <message>
            <source>Bấm lần nữa để hủy</source>
            <translation>Press again to withdraw</translation>
        </message>
        <message>
            <source>Hủy phiếu gửi</source>
            <translation>Withdraw the note</translation>
        </message>
        <message>
            <source>Bấm lần nữa: đã trả giấy tờ</source>
            <translation>Press again: papers are back</translation>
        </message>
        <message>
            <source>Trả lại người gửi</source>
            <translation>Give back to the sender</translation>
        </message>
        <message>
            <source>Đã thu hộ {amount}</source>
            <translation>{amount} collected</translation>
        </message>
        <message>
            <source>In lại</source>
            <translation>Print again</translation>
        </message>
        <message>
            <source>In phiếu gửi</source>
            <translation>Print the note</translation>
        </message>
        <message>
            <source>Phiếu gửi đang chờ bàn giao: {count}</source>
            <translation>Notes that lie ready to be handed over: {count}</translation>
        </message>
        <message>
            <source>Giấy tờ đã gửi (cách nhau bằng dấu chấm phẩy)</source>
            <translation>Papers handed in (separated by semicolons)</translation>
        </message>
        <message>
            <source>Lập và in phiếu gửi</source>
            <translation>Make and print the note</translation>
        </message>
        <message>
            <source>Đếm giấy tờ cùng người gửi, niêm phong trước mặt họ. Hồ sơ được coi là đã nộp khi Bộ phận Một cửa ký Biên bản giao nhận.</source>
            <translation>Count the papers with the sender and seal them before their eyes. The dossier is submitted when the one-stop office signs the handover record.</translation>
        </message>
        <message>
            <source>Danh mục giấy tờ hiện ra khi đã chọn thủ tục hoặc hồ sơ.</source>
            <translation>The list of papers appears once a procedure or dossier is chosen.</translation>
        </message>
        <message>
            <source>Danh mục chưa nêu giấy tờ của thủ tục này; xin ghi những gì người gửi đưa.</source>
            <translation>The catalogue has no list for this procedure; please write down what the sender hands in.</translation>
        </message>
        <message>
            <source>Những giấy tờ Bộ phận Một cửa đã yêu cầu; đánh dấu những gì người gửi đưa.</source>
            <translation>The papers that were asked for; tick what the sender hands in.</translation>
        </message>
        <message>
            <source>Đánh dấu những gì người gửi đưa. Chỉ yêu cầu giấy tờ có trong danh mục này.</source>
            <translation>Tick what the sender hands in. Ask only for papers of this list.</translation>
        </message>
        <message>
            <source>Đã lập phiếu gửi hồ sơ</source>
            <translation>The consignment note is made</translation>
        </message>
        <message>
            <source>Hai bên ký cả hai liên, một liên giao người gửi. Niêm phong hồ sơ trước mặt người gửi rồi xếp vào chỗ chờ bàn giao.</source>
            <translation>Both sign both copies, one is for the sender. Seal the papers before the sender's eyes and put them where the handover is prepared.</translation>
        </message>
        <message>
            <source>Phiếu mới</source>
            <translation>New note</translation>
        </message>
        <message>
            <source>Phiếu mới, cùng thủ tục</source>
            <translation>New note, same procedure</translation>
        </message>
        <message>
            <source>Gửi tiếp cùng người</source>
            <translation>Same sender again</translation>
        </message>
        <message>
            <source>Bàn giao (Ctrl+2)</source>
            <translation>Hand over (Ctrl+2)</translation>
        </message>
        <message>
            <source>Hôm nay chưa lập phiếu gửi nào.</source>
            <translation>No note has been made today.</translation>
        </message>
        <message>
            <source>Các phiếu gửi</source>
            <translation>Notes</translation>
        </message>
        <message>
            <source>In bản sao</source>
            <translation>Print a copy</translation>
        </message>
        <message>
            <source>Xem hồ sơ</source>
            <translation>Show the dossier</translation>
        </message>
        <message>
            <source>Đã in phiếu gửi {number}: một liên giao người gửi, một liên đi cùng hồ sơ.</source>
            <translation>Note {number} was printed: one copy for the sender, one goes with the papers.</translation>
        </message>
        <message>
            <source>Đã in bản sao phiếu gửi {number}.</source>
            <translation>A copy of note {number} was printed.</translation>
        </message>
        <message>
            <source>Lấy lại</source>
            <translation>Take back</translation>
        </message>
        <message>
            <source>Đã mở phiếu mới; nội dung đang nhập có thể lấy lại.</source>
            <translation>A new note was begun; what was typed can be had back.</translation>
        </message>
        <message>
            <source>Thủ tục của hồ sơ này không còn trong danh mục đang áp dụng.</source>
            <translation>The procedure of this dossier is no longer in the catalogue in force.</translation>
        </message>
        <message>
            <source>Đã hủy phiếu gửi {number}; xin trả giấy tờ và tiền cho người gửi.</source>
            <translation>Note {number} is withdrawn; please give papers and money back to the sender.</translation>
        </message>
        <message>
            <source>Đã ghi trả lại người gửi theo phiếu {number}.</source>
            <translation>The papers of note {number} are recorded as given back to the sender.</translation>
        </message>
        <message>
            <source>Đã lấy lại phiếu đang nhập dở.</source>
            <translation>The half-typed note is back.</translation>
        </message>
        <message>
            <source>Hồ sơ mới</source>
            <translation>New application</translation>
        </message>
        <message>
            <source>Bổ sung hồ sơ</source>
            <translation>Further papers</translation>
        </message>
        <message>
            <source>Cùng thủ tục</source>
            <translation>Same procedure</translation>
        </message>
        <message>
            <source>Tìm thủ tục</source>
            <translation>Search for a procedure</translation>
        </message>
        <message>
            <source>Thủ tục tìm thấy</source>
            <translation>Procedures found</translation>
        </message>
        <message>
            <source>Mã hồ sơ được bổ sung</source>
            <translation>Code of the dossier to be completed</translation>
        </message>
        <message>
            <source>Quét Giấy tiếp nhận, hoặc gõ mã hồ sơ rồi Enter</source>
            <translation>Scan the receipt, or type the dossier's code and press Enter</translation>
        </message>
        <message>
            <source>Hồ sơ được bổ sung (F8)</source>
            <translation>Dossier to be completed (F8)</translation>
        </message>
        <message>
            <source>Thủ tục (F8)</source>
            <translation>Procedure (F8)</translation>
        </message>
        <message>
            <source>Đổi sang thủ tục khác</source>
            <translation>Change to another procedure</translation>
        </message>
        <message>
            <source>Gõ tên, mã hoặc chữ đầu, không cần dấu: khai sinh, dkks, 1.001193</source>
            <translation>Type a name, a code or initials, without diacritics: khai sinh, dkks, 1.001193</translation>
        </message>
        <message>
            <source>Số bộ</source>
            <translation>Sets</translation>
        </message>
        <message>
            <source>Nhận kết quả</source>
            <translation>Result</translation>
        </message>
        <message>
            <source>Địa chỉ bưu điện giao kết quả</source>
            <translation>Where the post brings the result</translation>
        </message>
        <message>
            <source>Phí, lệ phí đã thu hộ (đồng)</source>
            <translation>Fees collected (VND)</translation>
        </message>
        <message>
            <source>Ký hiệu biên lai</source>
            <translation>Receipt series</translation>
        </message>
        <message>
            <source>Số biên lai (Alt+R)</source>
            <translation>Receipt number (Alt+R)</translation>
        </message>
        <message>
            <source>Số hiệu bưu gửi (nếu có)</source>
            <translation>Tracking number (if any)</translation>
        </message>
        <message>
            <source>Qua bưu chính</source>
            <translation>By post</translation>
        </message>
        <message>
            <source>Tại Bộ phận Một cửa</source>
            <translation>At the one-stop office</translation>
        </message>
        <message>
            <source>Bản điện tử</source>
            <translation>Electronic</translation>
        </message>
        <message>
            <source>Để trống: địa chỉ của người gửi</source>
            <translation>Empty: the sender's address</translation>
        </message>
        <message>
            <source>Như in trên biên lai</source>
            <translation>As printed on it</translation>
        </message>
        <message>
            <source>Chữ số kiểm tra của số hiệu bưu gửi không khớp; xin đối chiếu. Vẫn lập được phiếu.</source>
            <translation>The check digit of the tracking number does not fit; please compare. The note can be made all the same.</translation>
        </message>
        <message>
            <source>Nhận gửi hồ sơ</source>
            <translation>Post intake</translation>
        </message>
        <message>
            <source>Lập phiếu gửi</source>
            <translation>Make a note</translation>
        </message>
        <message>
            <source>Tổng hợp ngày</source>
            <translation>Summary of the day</translation>
        </message>
        <message>
            <source>Đã đọc mã {place}/{count} của phiếu gửi; quét tiếp mã {left}.</source>
            <translation>Code {place}/{count} of the note was read; now scan code {left}.</translation>
        </message>
        <message>
            <source>Đã in các Giấy tiếp nhận của hồ sơ từ bưu điện.</source>
            <translation>The receipts of the dossiers from the post were printed.</translation>
        </message>
        <message>
            <source>Đã đọc phiếu gửi; hồ sơ tự vào sổ khi ký nhận biên bản.</source>
            <translation>The note was read; the dossier is entered when the record is signed.</translation>
        </message>
        <message>
            <source>Phiếu gửi {number} đã vào sổ: {code}.</source>
            <translation>Note {number} was entered: {code}.</translation>
        </message>
        <message>
            <source>Hồ sơ từ bưu điện vừa vào sổ: {count}.</source>
            <translation>Dossiers from the post that were just entered: {count}.</translation>
        </message>
        <message>
            <source>Xem</source>
            <translation>Show</translation>
        </message>
        <message>
            <source>In Giấy tiếp nhận</source>
            <translation>Print receipts</translation>
        </message>
        <message>
            <source>Dữ liệu về tới máy này thì tự vào sổ. Không có mạng: quét mã QR trên phiếu gửi.</source>
            <translation>Entered by itself once the data is here. Without a network: scan the QR code on the note.</translation>
        </message>
        <message>
            <source>Phiếu gửi chưa rõ số</source>
            <translation>A note whose number is not known yet</translation>
        </message>
        <message>
            <source>ký nhận {time} theo {record}</source>
            <translation>signed for at {time} on {record}</translation>
        </message>
        <message>
            <source>Vào sổ</source>
            <translation>Enter</translation>
        </message>
        <message>
            <source>Phiếu gửi chờ vào sổ: {count}</source>
            <translation>Notes that wait to be entered: {count}</translation>
        </message>
        <message>
            <source>đang in Giấy tiếp nhận, còn {count}…</source>
            <translation>printing receipts, {count} to go…</translation>
        </message>
        <message>
            <source>chưa in Giấy tiếp nhận: {count}</source>
            <translation>receipts not printed yet: {count}</translation>
        </message>
        <message>
            <source>Nội dung phiếu chưa về tới máy này.</source>
            <translation>Its content has not reached this machine yet.</translation>
        </message>
        <message>
            <source>Máy khác đã ký nhận; có thể vào sổ tại đây.</source>
            <translation>Another machine signed for it; it can be entered here.</translation>
        </message>
    </context>
    <context>
        <name>Custody</name>
        <message>
            <source>Đang xem giấy tờ ở đâu…</source>
            <translation>Looking where papers are…</translation>
        </message>
        <message>
            <source>Không có giấy tờ nào đang ở cơ quan hay trên đường.</source>
            <translation>No paper is with the office or on its way.</translation>
        </message>
        <message>
            <source>{count} giấy tờ · {moving} đang bàn giao</source>
            <translation>{count} papers · {moving} being handed over</translation>
        </message>
        <message>
            <source>Cần chú ý: {count}</source>
            <translation>Attention: {count}</translation>
        </message>
        <message>
            <source>Cần chú ý</source>
            <translation>Calls for attention</translation>
        </message>
        <message>
            <source>Không có giấy tờ nào ở đây.</source>
            <translation>There are no papers here.</translation>
        </message>
        <message>
            <source>{words} · còn {more} chưa liệt kê</source>
            <translation>{words} · {more} more not listed</translation>
        </message>
        <message>
            <source>Không có giấy tờ nào đi lạc hay chờ quá lâu.</source>
            <translation>No paper is lost or has waited for too long.</translation>
        </message>
        <message>
            <source>Thất lạc, chờ ký nhận quá lâu hoặc bưu điện giữ quá hạn.</source>
            <translation>Lost, unsigned for too long, or kept too long by the post.</translation>
        </message>
        <message>
            <source>Phiếu gửi · {procedure}</source>
            <translation>Consignment note · {procedure}</translation>
        </message>
        <message>
            <source>Hẹn trả {moment}</source>
            <translation>Due {moment}</translation>
        </message>
        <message>
            <source>Từ {moment}</source>
            <translation>Since {moment}</translation>
        </message>
        <message>
            <source>Thất lạc; nơi giữ cuối cùng: {unit}</source>
            <translation>Lost; last with: {unit}</translation>
        </message>
        <message>
            <source>Người dân đã nhận</source>
            <translation>The citizen has received it</translation>
        </message>
        <message>
            <source>Đang bàn giao: {giver} → {receiver}</source>
            <translation>Being handed over: {giver} → {receiver}</translation>
        </message>
        <message>
            <source>Đang ở {unit}</source>
            <translation>With {unit}</translation>
        </message>
        <message>
            <source>{who} ký giao</source>
            <translation>signed over by {who}</translation>
        </message>
        <message>
            <source>{who} ký nhận</source>
            <translation>signed for by {who}</translation>
        </message>
        <message>
            <source>từ {moment}</source>
            <translation>since {moment}</translation>
        </message>
        <message>
            <source>{receiver} chưa ký nhận</source>
            <translation>{receiver} has not signed yet</translation>
        </message>
        <message>
            <source>Hai bên ghi nhận thất lạc</source>
            <translation>Both sides recorded that it is lost</translation>
        </message>
        <message>
            <source>thất lạc</source>
            <translation>lost</translation>
        </message>
        <message>
            <source>có mâu thuẫn</source>
            <translation>in conflict</translation>
        </message>
        <message>
            <source>quá hạn · {age}</source>
            <translation>late · {age}</translation>
        </message>
        <message>
            <source>chưa ký nhận</source>
            <translation>unsigned</translation>
        </message>
        <message>
            <source>bưu điện giữ</source>
            <translation>with the post</translation>
        </message>
        <message>
            <source>{giver} → {receiver}</source>
            <translation>{giver} → {receiver}</translation>
        </message>
        <message>
            <source>{count} giấy tờ</source>
            <translation>papers: {count}</translation>
        </message>
        <message>
            <source>{who} giao</source>
            <translation>given by {who}</translation>
        </message>
        <message>
            <source>biên bản {number}</source>
            <translation>record {number}</translation>
        </message>
        <message>
            <source>Kết quả</source>
            <translation>Result</translation>
        </message>
        <message>
            <source>Thư: yêu cầu bổ sung</source>
            <translation>Letter: supplement request</translation>
        </message>
        <message>
            <source>Thư: xin lỗi, hẹn lại</source>
            <translation>Letter: apology</translation>
        </message>
        <message>
            <source>lâu nhất {age}</source>
            <translation>longest: {age}</translation>
        </message>
        <message>
            <source>đơn vị của bạn</source>
            <translation>your unit</translation>
        </message>
        <message>
            <source>không giữ giấy tờ nào</source>
            <translation>holds no papers</translation>
        </message>
        <message>
            <source>{count} thất lạc</source>
            <translation>lost: {count}</translation>
        </message>
        <message>
            <source>{count} quá hạn</source>
            <translation>late: {count}</translation>
        </message>
        <message>
            <source>{count} trễ</source>
            <translation>{count} late</translation>
        </message>
        <message>
            <source>Đang bàn giao</source>
            <translation>Being handed over</translation>
        </message>
        <message>
            <source>chờ ký nhận quá lâu</source>
            <translation>unsigned for too long</translation>
        </message>
        <message>
            <source>Nơi nhận</source>
            <translation>Received at</translation>
        </message>
        <message>
            <source>Một cửa</source>
            <translation>One-stop</translation>
        </message>
        <message>
            <source>Nơi giải quyết</source>
            <translation>Decided at</translation>
        </message>
        <message>
            <source>Người dân</source>
            <translation>Citizens</translation>
        </message>
        <message>
            <source>Đã qua tay</source>
            <translation>Hands it went through</translation>
        </message>
        <message>
            <source>Đã qua tay ai</source>
            <translation>Who has had it</translation>
        </message>
        <message>
            <source>Về danh sách</source>
            <translation>Back to the list</translation>
        </message>
        <message>
            <source>Đóng</source>
            <translation>Close</translation>
        </message>
        <message>
            <source>Về bản đồ</source>
            <translation>Back to the map</translation>
        </message>
        <message>
            <source>Mở</source>
            <translation>Open</translation>
        </message>
        <message>
            <source>Giấy tờ đang ở đâu</source>
            <translation>Where papers are</translation>
        </message>
        <message>
            <source>Quét hoặc nhập mã hồ sơ, số phiếu gửi, số bưu gửi (F8)</source>
            <translation>Scan or type a dossier's code, a note's or tracking number (F8)</translation>
        </message>
        <message>
            <source>vừa xong</source>
            <translation>just now</translation>
        </message>
        <message>
            <source>1 phút</source>
            <translation>1 min</translation>
        </message>
        <message>
            <source>{count} phút</source>
            <translation>{count} min</translation>
        </message>
        <message>
            <source>1 giờ</source>
            <translation>1 h</translation>
        </message>
        <message>
            <source>{count} giờ</source>
            <translation>{count} h</translation>
        </message>
        <message>
            <source>1 ngày</source>
            <translation>1 day</translation>
        </message>
        <message>
            <source>{count} ngày</source>
            <translation>{count} days</translation>
        </message>
        <message>
            <source>{count} hồ sơ</source>
            <translation>dossiers: {count}</translation>
        </message>
        <message>
            <source>{count} phiếu gửi</source>
            <translation>consignment notes: {count}</translation>
        </message>
        <message>
            <source>{count} thư</source>
            <translation>letters: {count}</translation>
        </message>
    </context>
    <context>
        <name>Deadlines</name>
        <message>
            <source>Lý do trả kết quả chậm</source>
            <translation>Reason of the delay</translation>
        </message>
        <message>
            <source>Ngày hẹn lại</source>
            <translation>New date</translation>
        </message>
        <message>
            <source>Bỏ qua</source>
            <translation>Leave</translation>
        </message>
        <message>
            <source>Gửi và in</source>
            <translation>Send, print</translation>
        </message>
        <message>
            <source>Đã xem</source>
            <translation>Seen</translation>
        </message>
        <message>
            <source>Hạn {weekday}</source>
            <translation>Due {weekday}</translation>
        </message>
        <message>
            <source>Tất cả</source>
            <translation>All</translation>
        </message>
        <message>
            <source>Quá hạn</source>
            <translation>Overdue</translation>
        </message>
        <message>
            <source>Cần xin lỗi</source>
            <translation>To apologise for</translation>
        </message>
        <message>
            <source>Hạn hôm nay</source>
            <translation>Due today</translation>
        </message>
        <message>
            <source>Hạn ngày mai</source>
            <translation>Due tomorrow</translation>
        </message>
        <message>
            <source>Phối hợp trễ</source>
            <translation>Agency is late</translation>
        </message>
        <message>
            <source>Chưa bàn giao</source>
            <translation>Not handed over</translation>
        </message>
        <message>
            <source>Bổ sung: hết hạn</source>
            <translation>No answer came</translation>
        </message>
        <message>
            <source>Lâu chưa xử lý</source>
            <translation>Stuck</translation>
        </message>
        <message>
            <source>Bổ sung: sắp hết</source>
            <translation>Answer due soon</translation>
        </message>
        <message>
            <source>Kết quả chờ lâu</source>
            <translation>Long uncollected</translation>
        </message>
        <message>
            <source>Tôi tiếp nhận</source>
            <translation>Received by me</translation>
        </message>
        <message>
            <source>Đơn vị tôi giữ</source>
            <translation>Held by my unit</translation>
        </message>
        <message>
            <source>Cả cơ quan</source>
            <translation>Whole office</translation>
        </message>
        <message>
            <source>hôm nay, {time}</source>
            <translation>today, {time}</translation>
        </message>
        <message>
            <source>hết hạn bổ sung {day}</source>
            <translation>supplement was due {day}</translation>
        </message>
        <message>
            <source>chờ bổ sung đến {day}</source>
            <translation>supplement until {day}</translation>
        </message>
        <message>
            <source>tại Một cửa từ {day}</source>
            <translation>here since {day}</translation>
        </message>
        <message>
            <source>đứng yên từ {day}</source>
            <translation>untouched since {day}</translation>
        </message>
        <message>
            <source>chờ nhận từ {day}</source>
            <translation>waiting since {day}</translation>
        </message>
        <message>
            <source>Đang xem thời hạn…</source>
            <translation>Looking at the deadlines…</translation>
        </message>
        <message>
            <source>Không có hồ sơ nào đến hạn. Chúc một ngày thuận lợi.</source>
            <translation>Nothing is due. Have a good day.</translation>
        </message>
        <message>
            <source>Nhóm này không có hồ sơ nào.</source>
            <translation>This group is empty.</translation>
        </message>
        <message>
            <source>Đã chọn {chosen} trong {count} hồ sơ</source>
            <translation>Selected: {chosen} of {count}</translation>
        </message>
        <message>
            <source>{count} hồ sơ</source>
            <translation>Dossiers: {count}</translation>
        </message>
        <message>
            <source>{count} hồ sơ · Phím cách để chọn</source>
            <translation>Dossiers: {count} · Space selects</translation>
        </message>
        <message>
            <source>Đang lập phiếu xin lỗi {done}/{count}…</source>
            <translation>Writing apology {done} of {count}…</translation>
        </message>
        <message>
            <source>Đang đóng hồ sơ {done}/{count}…</source>
            <translation>Closing dossier {done} of {count}…</translation>
        </message>
        <message>
            <source>Đã xin lỗi và hẹn lại {count} hồ sơ.</source>
            <translation>Apologised, with a new date: {count}.</translation>
        </message>
        <message>
            <source>Đã đóng {count} hồ sơ.</source>
            <translation>Closed: {count}.</translation>
        </message>
        <message>
            <source>{count} hồ sơ để nguyên:</source>
            <translation>Left as they were: {count}</translation>
        </message>
        <message>
            <source>Phiếu xin lỗi, hẹn lại (Mẫu 04) cho {count} hồ sơ</source>
            <translation>Apology with a new date (Form 04), dossiers: {count}</translation>
        </message>
        <message>
            <source>{said}; {count} hồ sơ không hẹn lại được nữa</source>
            <translation>{said}; no new date possible: {count}</translation>
        </message>
        <message>
            <source>đã hẹn lại</source>
            <translation>new date given</translation>
        </message>
        <message>
            <source>chưa xin lỗi</source>
            <translation>not apologised</translation>
        </message>
        <message>
            <source>phải đến nơi {day}</source>
            <translation>to be there by {day}</translation>
        </message>
        <message>
            <source>hạn trả lời {day}</source>
            <translation>answer due {day}</translation>
        </message>
        <message>
            <source>quá hạn {days} ngày làm việc</source>
            <translation>work days late: {days}</translation>
        </message>
        <message>
            <source>quá hạn từ {time}</source>
            <translation>overdue since {time}</translation>
        </message>
        <message>
            <source>ngày mai, {time}</source>
            <translation>tomorrow, {time}</translation>
        </message>
        <message>
            <source>Nhóm hồ sơ cần theo dõi</source>
            <translation>Groups of dossiers</translation>
        </message>
        <message>
            <source>Hồ sơ cần theo dõi</source>
            <translation>Dossiers that want attention</translation>
        </message>
        <message>
            <source>Chọn tất cả</source>
            <translation>Select all</translation>
        </message>
        <message>
            <source>Mở hồ sơ</source>
            <translation>Open</translation>
        </message>
        <message>
            <source>Đóng hồ sơ</source>
            <translation>Close</translation>
        </message>
        <message>
            <source>Xin lỗi, hẹn lại</source>
            <translation>Apologise</translation>
        </message>
        <message>
            <source>đã chọn</source>
            <translation>selected</translation>
        </message>
        <message>
            <source>Hồ sơ đã chọn không hẹn lại được: đã có kết quả, đã hẹn lại hoặc không có ngày hẹn.</source>
            <translation>What is selected cannot be given a new date: it has a result, has a new date already, or has no promised date.</translation>
        </message>
        <message>
            <source>Hãy ghi lý do và ngày hẹn lại (ngày/tháng/năm) rồi gửi.</source>
            <translation>Enter the reason and the new date (day/month/year), then send.</translation>
        </message>
        <message>
            <source>Đã in {count} phiếu xin lỗi.</source>
            <translation>Apologies printed: {count}.</translation>
        </message>
        <message>
            <source>Đang in danh sách…</source>
            <translation>Printing the list…</translation>
        </message>
        <message>
            <source>Đã in danh sách hồ sơ đến hạn.</source>
            <translation>The list is printed.</translation>
        </message>
        <message>
            <source>Đã in Sổ theo dõi hồ sơ.</source>
            <translation>The register is printed.</translation>
        </message>
        <message>
            <source>Sổ theo dõi hồ sơ (Mẫu 07)</source>
            <translation>Register of dossiers (Form 07)</translation>
        </message>
        <message>
            <source>Mỗi hồ sơ một dòng, theo ngày tiếp nhận. In tối đa một tháng mỗi lần.</source>
            <translation>One line for each dossier, by day of receipt. One month at most at a time.</translation>
        </message>
        <message>
            <source>Lĩnh vực</source>
            <translation>Field</translation>
        </message>
        <message>
            <source>Từ ngày</source>
            <translation>From</translation>
        </message>
        <message>
            <source>Đến ngày</source>
            <translation>To</translation>
        </message>
        <message>
            <source>Về danh sách</source>
            <translation>Back to the list</translation>
        </message>
        <message>
            <source>In sổ</source>
            <translation>Print register</translation>
        </message>
        <message>
            <source>Đang lập sổ {count} hồ sơ; vẫn làm việc khác được trong lúc chờ.</source>
            <translation>The register is being made, dossiers: {count}; you can go on working.</translation>
        </message>
        <message>
            <source>Gõ ngày, tháng, năm, ví dụ 01/11/2026.</source>
            <translation>Type day, month, year, for example 01/11/2026.</translation>
        </message>
        <message>
            <source>{count} hồ sơ trong thời gian này.</source>
            <translation>Dossiers in this period: {count}.</translation>
        </message>
        <message>
            <source>Xem danh sách</source>
            <translation>See the list</translation>
        </message>
        <message>
            <source>Cần làm trước</source>
            <translation>First of all</translation>
        </message>
        <message>
            <source>Kết quả chờ trả</source>
            <translation>Results to return</translation>
        </message>
        <message>
            <source>Ngoài ra: {parts}.</source>
            <translation>Besides: {parts}.</translation>
        </message>
        <message>
            <source>Hôm nay, {day} · {scope}</source>
            <translation>Today, {day} · {scope}</translation>
        </message>
        <message>
            <source>{count} quá hạn</source>
            <translation>{count} overdue</translation>
        </message>
        <message>
            <source>{count} đến hạn</source>
            <translation>{count} due</translation>
        </message>
        <message>
            <source>{count} cần xin lỗi</source>
            <translation>{count} to apologise for</translation>
        </message>
        <message>
            <source>Hôm nay: không có hồ sơ nào đến hạn. Chúc một ngày thuận lợi.</source>
            <translation>Today: nothing is due. Have a good day.</translation>
        </message>
        <message>
            <source>Hôm nay: {parts}. Xem: {key}</source>
            <translation>Today: {parts}. See: {key}</translation>
        </message>
        <message>
            <source>Thời hạn</source>
            <translation>Deadlines</translation>
        </message>
        <message>
            <source>Tóm tắt</source>
            <translation>Summary</translation>
        </message>
        <message>
            <source>In danh sách</source>
            <translation>Print list</translation>
        </message>
        <message>
            <source>Sổ theo dõi</source>
            <translation>Register</translation>
        </message>
        <message>
            <source>In lại phiếu</source>
            <translation>Print again</translation>
        </message>
    </context>
    <context>
        <name>Delivery</name>
        <message>
            <source>Số hiệu bưu gửi</source>
            <translation>Label number</translation>
        </message>
        <message>
            <source>Quét mã vạch trên nhãn của bưu điện</source>
            <translation>Scan the bar code on the post's label</translation>
        </message>
        <message>
            <source>Hủy phiếu</source>
            <translation>Withdraw it</translation>
        </message>
        <message>
            <source>Xem hồ sơ</source>
            <translation>See the dossier</translation>
        </message>
        <message>
            <source>In lại phiếu</source>
            <translation>Print again</translation>
        </message>
        <message>
            <source>Gửi lại</source>
            <translation>Send again</translation>
        </message>
        <message>
            <source>Ghi số hiệu</source>
            <translation>Note the number</translation>
        </message>
        <message>
            <source>Nhấn lần nữa để ghi</source>
            <translation>Press again to record it</translation>
        </message>
        <message>
            <source>Đã phát</source>
            <translation>Delivered</translation>
        </message>
        <message>
            <source>Bàn giao cho bưu điện ở phòng Bàn giao (Ctrl+2); bưu điện ký là bắt đầu phát.</source>
            <translation>Hand it to the post in the room Handover (Ctrl+2); with the post's signature the delivery begins.</translation>
        </message>
        <message>
            <source>Người dân có thể đến nhận tại quầy, hoặc gửi lại khi đã xác minh địa chỉ.</source>
            <translation>It may be collected at the counter, or sent again when the address is certain.</translation>
        </message>
        <message>
            <source>Không ghi</source>
            <translation>Leave it</translation>
        </message>
        <message>
            <source>Hồ sơ</source>
            <translation>Dossier</translation>
        </message>
        <message>
            <source>Điện thoại</source>
            <translation>Phone</translation>
        </message>
        <message>
            <source>Tình trạng</source>
            <translation>State</translation>
        </message>
        <message>
            <source>Hạn phát</source>
            <translation>Due</translation>
        </message>
        <message>
            <source>Số hiệu</source>
            <translation>Label</translation>
        </message>
        <message>
            <source>Lần phát</source>
            <translation>Attempts</translation>
        </message>
        <message>
            <source>Người nhận</source>
            <translation>Addressee</translation>
        </message>
        <message>
            <source>Người được ủy quyền</source>
            <translation>Authorised person</translation>
        </message>
        <message>
            <source>Họ tên người ký nhận</source>
            <translation>Name of who signs</translation>
        </message>
        <message>
            <source>Số giấy tờ đã xem</source>
            <translation>Number of that paper</translation>
        </message>
        <message>
            <source>Giấy ủy quyền</source>
            <translation>Authorisation</translation>
        </message>
        <message>
            <source>Ký hiệu biên lai</source>
            <translation>Series of the receipt</translation>
        </message>
        <message>
            <source>Số biên lai</source>
            <translation>Number of the receipt</translation>
        </message>
        <message>
            <source>Số, ngày, nơi chứng thực</source>
            <translation>Number, date, who certified it</translation>
        </message>
        <message>
            <source>Ghi sau cũng được</source>
            <translation>May follow later</translation>
        </message>
        <message>
            <source>Giấy tờ đã xem</source>
            <translation>Paper that was shown</translation>
        </message>
        <message>
            <source>Chuyển hoàn</source>
            <translation>Send back</translation>
        </message>
        <message>
            <source>Người nộp hồ sơ đã ghi khi tiếp nhận</source>
            <translation>Named by the applicant at reception</translation>
        </message>
        <message>
            <source>Đã in bản sao phiếu gửi của hồ sơ {code}.</source>
            <translation>A copy of the note of dossier {code} is printed.</translation>
        </message>
        <message>
            <source>Họ tên người nhận</source>
            <translation>Name of the addressee</translation>
        </message>
        <message>
            <source>Địa chỉ nhận</source>
            <translation>Address</translation>
        </message>
        <message>
            <source>Quét mã vạch trên nhãn; ghi sau cũng được</source>
            <translation>Scan the label; may follow later</translation>
        </message>
        <message>
            <source>Phạm vi chuyển phát</source>
            <translation>Where the post goes</translation>
        </message>
        <message>
            <source>Đã hoàn về một lần: xin xác minh lại địa chỉ.</source>
            <translation>It came back once: please make sure of the address.</translation>
        </message>
        <message>
            <source>Lập và in phiếu gửi</source>
            <translation>Prepare and print the note</translation>
        </message>
        <message>
            <source>Hãy chọn phạm vi chuyển phát: hạn phát được tính theo phạm vi.</source>
            <translation>Choose where it goes: the time of delivery depends on it.</translation>
        </message>
        <message>
            <source>Thu hộ {amount}</source>
            <translation>Collect {amount}</translation>
        </message>
        <message>
            <source>Đã điền người nhận từ thẻ căn cước: xin đối chiếu với người ký nhận.</source>
            <translation>Filled in from the identity card: please compare with who signs.</translation>
        </message>
        <message>
            <source>Đã lập và in phiếu gửi của hồ sơ {code}.</source>
            <translation>The delivery of dossier {code} is prepared and its note printed.</translation>
        </message>
        <message>
            <source>Đã ghi số hiệu {number}.</source>
            <translation>Number {number} is noted.</translation>
        </message>
        <message>
            <source>Chuyển phát</source>
            <translation>Delivery</translation>
        </message>
        <message>
            <source>Quét số hiệu bưu gửi hoặc mã trên Giấy tiếp nhận, hoặc gõ mã hồ sơ (F8)</source>
            <translation>Scan the post's label or a receipt, or type a dossier code (F8)</translation>
        </message>
        <message>
            <source>Quét một bưu gửi, hoặc chọn trong danh sách.</source>
            <translation>Scan an item, or choose from the list.</translation>
        </message>
        <message>
            <source>Danh sách chuyển phát</source>
            <translation>List of deliveries</translation>
        </message>
        <message>
            <source>Bưu gửi tiếp theo</source>
            <translation>Next delivery</translation>
        </message>
        <message>
            <source>Cần phát: {count} · trễ hạn: {late} · đã phát hôm nay: {done}</source>
            <translation>To deliver: {count} · late: {late} · delivered today: {done}</translation>
        </message>
        <message>
            <source>Bưu điện trễ hạn: {late} · đã phát hôm nay: {done}</source>
            <translation>Late: {late} · delivered today: {done}</translation>
        </message>
        <message>
            <source>Đã thu {amount}.</source>
            <translation>{amount} collected.</translation>
        </message>
        <message>
            <source>Kết quả</source>
            <translation>Result</translation>
        </message>
        <message>
            <source>Phiếu yêu cầu bổ sung</source>
            <translation>Request for a supplement</translation>
        </message>
        <message>
            <source>Phiếu xin lỗi</source>
            <translation>Letter of apology</translation>
        </message>
        <message>
            <source>Chờ lập</source>
            <translation>To prepare</translation>
        </message>
        <message>
            <source>Chờ giao</source>
            <translation>To hand over</translation>
        </message>
        <message>
            <source>Bưu điện giữ</source>
            <translation>With the post</translation>
        </message>
        <message>
            <source>Hoàn về</source>
            <translation>Came back</translation>
        </message>
        <message>
            <source>Không có bưu gửi nào cần phát. Bưu gửi hiện ở đây khi điểm bưu điện ký nhận.</source>
            <translation>Nothing to deliver. What this post point signs for appears here.</translation>
        </message>
        <message>
            <source>Không có kết quả hay thư nào chờ gửi bưu điện.</source>
            <translation>No result or letter waits to be sent by post.</translation>
        </message>
        <message>
            <source>Không có phiếu nào chờ bàn giao cho bưu điện.</source>
            <translation>Nothing waits to be handed to the post.</translation>
        </message>
        <message>
            <source>Bưu điện không giữ bưu gửi nào.</source>
            <translation>The post has nothing at present.</translation>
        </message>
        <message>
            <source>Không có bưu gửi nào hoàn về.</source>
            <translation>Nothing came back.</translation>
        </message>
        <message>
            <source>Chờ bưu điện nhận</source>
            <translation>Waits for the post</translation>
        </message>
        <message>
            <source>Bưu điện đang giữ</source>
            <translation>With the post</translation>
        </message>
        <message>
            <source>Đang chuyển hoàn</source>
            <translation>Going back</translation>
        </message>
        <message>
            <source>Đã hoàn về</source>
            <translation>Came back</translation>
        </message>
        <message>
            <source>Đã hủy</source>
            <translation>Withdrawn</translation>
        </message>
        <message>
            <source>Cùng xã, phường</source>
            <translation>Same ward</translation>
        </message>
        <message>
            <source>Cùng tỉnh</source>
            <translation>Same province</translation>
        </message>
        <message>
            <source>Khác tỉnh</source>
            <translation>Another province</translation>
        </message>
        <message>
            <source>Căn cước</source>
            <translation>Identity card</translation>
        </message>
        <message>
            <source>Hộ chiếu</source>
            <translation>Passport</translation>
        </message>
        <message>
            <source>Giấy khai sinh</source>
            <translation>Birth certificate</translation>
        </message>
        <message>
            <source>Giấy tờ khác</source>
            <translation>Another paper</translation>
        </message>
        <message>
            <source>Đi vắng</source>
            <translation>Nobody there</translation>
        </message>
        <message>
            <source>Đã mời đến nhận</source>
            <translation>Asked to collect it</translation>
        </message>
        <message>
            <source>Từ chối nhận</source>
            <translation>Refused</translation>
        </message>
        <message>
            <source>Sai địa chỉ</source>
            <translation>Wrong address</translation>
        </message>
        <message>
            <source>Đã mời {count} lần</source>
            <translation>Invitations: {count}</translation>
        </message>
        <message>
            <source>↩ Chuyển hoàn</source>
            <translation>↩ Goes back</translation>
        </message>
        <message>
            <source>⚠ Trễ hạn {day}</source>
            <translation>⚠ Late, due {day}</translation>
        </message>
        <message>
            <source>Hạn {day}</source>
            <translation>By {day}</translation>
        </message>
        <message>
            <source>(chưa có tên người nhận trên máy này)</source>
            <translation>(the addressee's name is not on this machine)</translation>
        </message>
        <message>
            <source>chưa ghi</source>
            <translation>not noted yet</translation>
        </message>
        <message>
            <source>⚠ Thu hộ khi phát: {amount}</source>
            <translation>⚠ To collect on delivery: {amount}</translation>
        </message>
        <message>
            <source>Được nhận thay: {names}</source>
            <translation>May receive it: {names}</translation>
        </message>
        <message>
            <source>Số kiểm tra của số hiệu không khớp: xin đối chiếu với nhãn.</source>
            <translation>The check digit does not fit: please compare with the label.</translation>
        </message>
        <message>
            <source>Đã phát lúc {since}, người ký nhận: {name}</source>
            <translation>Delivered at {since}, signed for by {name}</translation>
        </message>
        <message>
            <source>⚠ Trễ: phải phát xong trong ngày {day} ({scope})</source>
            <translation>⚠ Late: due by {day} ({scope})</translation>
        </message>
        <message>
            <source>Phát xong trong ngày {day} ({scope})</source>
            <translation>To be delivered by {day} ({scope})</translation>
        </message>
        <message>
            <source>Bàn giao lại cho Bộ phận Một cửa ở phòng Bàn giao.</source>
            <translation>Hand it back to the one-stop office in the room Handover.</translation>
        </message>
        <message>
            <source>Không phải mời thêm: có thể chuyển hoàn ngay.</source>
            <translation>No further invitation is wanted: it may go back at once.</translation>
        </message>
        <message>
            <source>Đã mời {count}/{wanted} lần</source>
            <translation>Invitations: {count} of {wanted}</translation>
        </message>
        <message>
            <source>{counted}; lần tiếp theo tính từ ngày {day}.</source>
            <translation>{counted}; the next one counts from {day}.</translation>
        </message>
        <message>
            <source>{name} đã ký nhận, đã thu {amount}. Không hoàn tác được.</source>
            <translation>{name} has signed, {amount} collected. This cannot be undone.</translation>
        </message>
        <message>
            <source>{name} đã ký nhận. Không hoàn tác được.</source>
            <translation>{name} has signed. This cannot be undone.</translation>
        </message>
        <message>
            <source>Nhấn lần nữa để ghi: {outcome}, lần mời thứ {count}.</source>
            <translation>Press again to record: {outcome}, invitation number {count}.</translation>
        </message>
        <message>
            <source>Nhấn lần nữa để ghi: người nhận từ chối nhận.</source>
            <translation>Press again to record: the addressee refused it.</translation>
        </message>
        <message>
            <source>Nhấn lần nữa để ghi: không tìm thấy địa chỉ này.</source>
            <translation>Press again to record: the address was not found.</translation>
        </message>
        <message>
            <source>Nhấn lần nữa để ghi: chuyển hoàn về Bộ phận Một cửa.</source>
            <translation>Press again to record: it goes back to the one-stop office.</translation>
        </message>
        <message>
            <source>Nhấn lần nữa để hủy phiếu chuyển phát này.</source>
            <translation>Press again to withdraw this delivery.</translation>
        </message>
        <message>
            <source>Nhấn lần nữa: đã trao tay</source>
            <translation>Press again: given in person</translation>
        </message>
        <message>
            <source>Đã trao tay</source>
            <translation>Given in person</translation>
        </message>
        <message>
            <source>Đã phát bưu gửi của hồ sơ {code}.</source>
            <translation>Dossier {code} has been delivered.</translation>
        </message>
        <message>
            <source>Đã ghi lần mời của hồ sơ {code}.</source>
            <translation>The invitation for dossier {code} is recorded.</translation>
        </message>
        <message>
            <source>Đã ghi người nhận từ chối bưu gửi của hồ sơ {code}.</source>
            <translation>The refusal for dossier {code} is recorded.</translation>
        </message>
        <message>
            <source>Đã ghi sai địa chỉ bưu gửi của hồ sơ {code}.</source>
            <translation>The wrong address of dossier {code} is recorded.</translation>
        </message>
        <message>
            <source>Bưu gửi của hồ sơ {code} được chuyển hoàn; hãy bàn giao lại cho Một cửa.</source>
            <translation>What belongs to dossier {code} goes back; please hand it to the one-stop office.</translation>
        </message>
        <message>
            <source>Đã hủy phiếu chuyển phát hồ sơ {code}.</source>
            <translation>The delivery of dossier {code} is withdrawn.</translation>
        </message>
        <message>
            <source>Đã ghi trao tay thư của hồ sơ {code}; không gửi bưu điện nữa.</source>
            <translation>Noted: the letter of dossier {code} was given in person and does not go by post.</translation>
        </message>
    </context>
    <context>
        <name>Dossiers</name>
        <message>
            <source>Đang lập chỉ mục {indexed}/{all} hồ sơ; kết quả lấy từ phần đã xong.</source>
            <translation>Indexing {indexed}/{all} dossiers; answers come from what is done.</translation>
        </message>
        <message>
            <source>Tìm hồ sơ của cả đơn vị</source>
            <translation>Find any dossier of the office</translation>
        </message>
        <message>
            <source>Gõ vài chữ của tên, thủ tục, mã hồ sơ, số cuối điện thoại hay số định danh.</source>
            <translation>Type some letters of a name, a procedure or a code, or the end of a phone or identity number.</translation>
        </message>
        <message>
            <source>Không có hồ sơ nào khớp với “{query}”</source>
            <translation>No dossier fits “{query}”</translation>
        </message>
        <message>
            <source>Thử ít chữ hơn, chỉ tên gọi, hoặc ba số cuối của mã, điện thoại. Không cần gõ dấu.</source>
            <translation>Try fewer letters, the given name alone, or the last three digits of a code or phone. No diacritics needed.</translation>
        </message>
        <message>
            <source>{stage} · quá hạn</source>
            <translation>{stage} · late</translation>
        </message>
        <message>
            <source>(không còn tên)</source>
            <translation>(no name any more)</translation>
        </message>
        <message>
            <source>{shown} hồ sơ mới nhất; còn hơn {more} hồ sơ nữa, hãy gõ thêm chữ.</source>
            <translation>The newest {shown}; more than {more} others fit, type more letters.</translation>
        </message>
        <message>
            <source>{shown} hồ sơ mới nhất; còn {more} hồ sơ nữa, hãy gõ thêm chữ.</source>
            <translation>The newest {shown}; {more} others fit, type more letters.</translation>
        </message>
        <message>
            <source>Tìm thấy: {shown}</source>
            <translation>Found: {shown}</translation>
        </message>
        <message>
            <source>Cơ quan có thẩm quyền</source>
            <translation>Competent agency</translation>
        </message>
        <message>
            <source>Cơ quan phối hợp</source>
            <translation>Other agencies</translation>
        </message>
        <message>
            <source>{agency}; phải nhận được hồ sơ trước {moment}, thời hạn tính từ đó</source>
            <translation>{agency}; to receive the dossier by {moment}, from when the time limit counts</translation>
        </message>
        <message>
            <source>{agency}, đã nhận {moment}</source>
            <translation>{agency}, received {moment}</translation>
        </message>
        <message>
            <source>{said} (chuyển muộn)</source>
            <translation>{said} (sent late)</translation>
        </message>
        <message>
            <source>không cần trả lời nữa</source>
            <translation>not needed any more</translation>
        </message>
        <message>
            <source>đã trả lời {moment}</source>
            <translation>answered {moment}</translation>
        </message>
        <message>
            <source>{said} (quá hạn)</source>
            <translation>{said} (late)</translation>
        </message>
        <message>
            <source>chờ đến {moment}</source>
            <translation>answer due {moment}</translation>
        </message>
        <message>
            <source>Chuyển phát</source>
            <translation>By post</translation>
        </message>
        <message>
            <source>Kết quả</source>
            <translation>Result</translation>
        </message>
        <message>
            <source>Phiếu yêu cầu bổ sung</source>
            <translation>Request for a supplement</translation>
        </message>
        <message>
            <source>Phiếu xin lỗi</source>
            <translation>Letter of apology</translation>
        </message>
        <message>
            <source>đã mời {count} lần</source>
            <translation>invitations: {count}</translation>
        </message>
        <message>
            <source>trễ hạn {day}</source>
            <translation>late, due {day}</translation>
        </message>
        <message>
            <source>phát xong trong ngày {day}</source>
            <translation>due by {day}</translation>
        </message>
        <message>
            <source>chờ bưu điện nhận, lập lúc</source>
            <translation>waits for the post since</translation>
        </message>
        <message>
            <source>bưu điện giữ từ</source>
            <translation>with the post since</translation>
        </message>
        <message>
            <source>chuyển hoàn từ</source>
            <translation>going back since</translation>
        </message>
        <message>
            <source>đã phát lúc</source>
            <translation>delivered at</translation>
        </message>
        <message>
            <source>đã hoàn về lúc</source>
            <translation>came back at</translation>
        </message>
        <message>
            <source>đã hủy</source>
            <translation>withdrawn</translation>
        </message>
        <message>
            <source>Hẹn trả {moment}</source>
            <translation>Promised for {moment}</translation>
        </message>
        <message>
            <source>Không có thời hạn đang tính</source>
            <translation>No time limit is running</translation>
        </message>
        <message>
            <source>Quá hạn</source>
            <translation>Late</translation>
        </message>
        <message>
            <source>{count} bản chính</source>
            <translation>originals: {count}</translation>
        </message>
        <message>
            <source>{count} bản sao</source>
            <translation>copies: {count}</translation>
        </message>
        <message>
            <source>tiền mặt</source>
            <translation>cash</translation>
        </message>
        <message>
            <source>chuyển khoản</source>
            <translation>transfer</translation>
        </message>
        <message>
            <source>được miễn</source>
            <translation>waived</translation>
        </message>
        <message>
            <source>bưu điện thu hộ</source>
            <translation>collected by the post</translation>
        </message>
        <message>
            <source>biên lai {receipt}</source>
            <translation>receipt {receipt}</translation>
        </message>
        <message>
            <source>chưa có biên lai</source>
            <translation>no receipt yet</translation>
        </message>
        <message>
            <source>đã hoàn trả</source>
            <translation>given back</translation>
        </message>
        <message>
            <source>Mâu thuẫn cần xem</source>
            <translation>Conflict to look at</translation>
        </message>
        <message>
            <source>Thất lạc</source>
            <translation>Lost</translation>
        </message>
        <message>
            <source>Trả kết quả lúc</source>
            <translation>Result returned</translation>
        </message>
        <message>
            <source>Đang giữ hồ sơ</source>
            <translation>Held by</translation>
        </message>
        <message>
            <source>Thời hạn</source>
            <translation>Time limit</translation>
        </message>
        <message>
            <source>biên bản {number}</source>
            <translation>record {number}</translation>
        </message>
        <message>
            <source>{giver} đã ký giao; {receiver} chưa ký nhận (từ {moment})</source>
            <translation>{giver} has signed it over; {receiver} has not signed yet (since {moment})</translation>
        </message>
        <message>
            <source>{person} ký giao</source>
            <translation>signed over by {person}</translation>
        </message>
        <message>
            <source>{unit}, từ {moment}</source>
            <translation>{unit}, since {moment}</translation>
        </message>
        <message>
            <source>{person} ký nhận</source>
            <translation>signed for by {person}</translation>
        </message>
        <message>
            <source>Hai bên đã ghi nhận hồ sơ bị thất lạc, {moment}</source>
            <translation>Both sides have recorded that it is lost, {moment}</translation>
        </message>
        <message>
            <source>xong lúc {moment}</source>
            <translation>met at {moment}</translation>
        </message>
        <message>
            <source>Cần: {papers}</source>
            <translation>Asked for: {papers}</translation>
        </message>
        <message>
            <source>Đã nhận đủ lúc {moment}</source>
            <translation>Complete at {moment}</translation>
        </message>
        <message>
            <source>Chờ đến {moment}</source>
            <translation>Awaited until {moment}</translation>
        </message>
        <message>
            <source>Yêu cầu bổ sung</source>
            <translation>Supplement request</translation>
        </message>
        <message>
            <source>Hẹn lại {moment}</source>
            <translation>New date: {moment}</translation>
        </message>
        <message>
            <source>Xin lỗi, hẹn lại</source>
            <translation>Apology, new date</translation>
        </message>
        <message>
            <source>Lý do: {reason}</source>
            <translation>Reason: {reason}</translation>
        </message>
        <message>
            <source>Thông tin cá nhân đã được xóa hoặc chưa về máy này</source>
            <translation>The personal data was erased or has not come to this machine</translation>
        </message>
        <message>
            <source>Chủ hồ sơ</source>
            <translation>Applicant</translation>
        </message>
        <message>
            <source>Số định danh, mã số thuế</source>
            <translation>Identity or tax number</translation>
        </message>
        <message>
            <source>Ngày sinh</source>
            <translation>Date of birth</translation>
        </message>
        <message>
            <source>Điện thoại</source>
            <translation>Phone</translation>
        </message>
        <message>
            <source>Địa chỉ</source>
            <translation>Address</translation>
        </message>
        <message>
            <source>Thư điện tử</source>
            <translation>E-mail</translation>
        </message>
        <message>
            <source>Người đại diện</source>
            <translation>Representative</translation>
        </message>
        <message>
            <source>Người nộp thay</source>
            <translation>Handed in by</translation>
        </message>
        <message>
            <source>Trực tiếp</source>
            <translation>At the counter</translation>
        </message>
        <message>
            <source>Qua bưu chính</source>
            <translation>By post</translation>
        </message>
        <message>
            <source>Trực tuyến</source>
            <translation>Online</translation>
        </message>
        <message>
            <source>Tại Bộ phận Một cửa</source>
            <translation>At the one-stop office</translation>
        </message>
        <message>
            <source>Tiếp nhận</source>
            <translation>Received</translation>
        </message>
        <message>
            <source>Mã thủ tục</source>
            <translation>Procedure code</translation>
        </message>
        <message>
            <source>Lĩnh vực</source>
            <translation>Field</translation>
        </message>
        <message>
            <source>Số bộ</source>
            <translation>Sets</translation>
        </message>
        <message>
            <source>Phí, lệ phí</source>
            <translation>Fee</translation>
        </message>
        <message>
            <source>Nhận kết quả</source>
            <translation>Result collected</translation>
        </message>
        <message>
            <source>Về danh sách</source>
            <translation>Back to the list</translation>
        </message>
        <message>
            <source>Quá trình</source>
            <translation>Timeline</translation>
        </message>
        <message>
            <source>Giấy tờ</source>
            <translation>Papers</translation>
        </message>
        <message>
            <source>Xử lý</source>
            <translation>Steps</translation>
        </message>
        <message>
            <source>Bản quét</source>
            <translation>Scans</translation>
        </message>
        <message>
            <source>Quá trình xử lý</source>
            <translation>Timeline</translation>
        </message>
        <message>
            <source>Thông tin hồ sơ</source>
            <translation>What is known of the dossier</translation>
        </message>
        <message>
            <source>Giấy tờ của hồ sơ</source>
            <translation>Papers of the dossier</translation>
        </message>
        <message>
            <source>Giấy tờ đã nộp</source>
            <translation>Papers handed in</translation>
        </message>
        <message>
            <source>Khoản đã thu</source>
            <translation>Payments</translation>
        </message>
        <message>
            <source>Chưa thu khoản nào.</source>
            <translation>Nothing has been paid.</translation>
        </message>
        <message>
            <source>Đã in lại: {name}.</source>
            <translation>Printed again: {name}.</translation>
        </message>
        <message>
            <source>Tra cứu hồ sơ</source>
            <translation>Find a dossier</translation>
        </message>
        <message>
            <source>Tên, mã hồ sơ, số cuối điện thoại, thủ tục… (F8)</source>
            <translation>Name, dossier code, end of a phone, procedure… (F8)</translation>
        </message>
        <message>
            <source>Hồ sơ tìm thấy</source>
            <translation>Dossiers found</translation>
        </message>
    </context>
    <context>
        <name>Handover</name>
        <message>
            <source>Hãy chọn người nhận và nhập mã PIN của người đó.</source>
            <translation>Choose who receives and enter that person's PIN.</translation>
        </message>
        <message>
            <source>Đã in Biên bản giao nhận {number}.</source>
            <translation>Handover record {number} has been printed.</translation>
        </message>
        <message>
            <source>Đã đếm hồ sơ {code}.</source>
            <translation>Dossier {code} counted.</translation>
        </message>
        <message>
            <source>Bỏ đếm</source>
            <translation>Undo count</translation>
        </message>
        <message>
            <source>Hồ sơ {code} không có trong danh sách; đã ghi là thừa.</source>
            <translation>Dossier {code} is not on the list; it is noted as extra.</translation>
        </message>
        <message>
            <source>Còn {left} hồ sơ chưa đếm. Đếm tiếp, đánh dấu thiếu, hoặc ký lần nữa để nhận đủ.</source>
            <translation>Not counted yet: {left}. Go on counting, mark them missing, or sign once more to take all.</translation>
        </message>
        <message>
            <source>Hai bên đã ký: {count} hồ sơ được giao, biên bản {number}.</source>
            <translation>Signed by both sides. Dossiers handed over: {count}, record {number}.</translation>
        </message>
        <message>
            <source>Đã hủy biên bản {number}; hồ sơ vẫn do bên giao giữ.</source>
            <translation>Record {number} is cancelled; the giver keeps the dossiers.</translation>
        </message>
        <message>
            <source>Hồ sơ {code} không do đơn vị này giữ; hiện ở: {holder}.</source>
            <translation>Dossier {code} is not held by this unit; it is at: {holder}.</translation>
        </message>
        <message>
            <source>Hồ sơ {code} đã có kết quả; hãy bàn giao về Một cửa.</source>
            <translation>Dossier {code} has its result; hand it over to the one-stop office.</translation>
        </message>
        <message>
            <source>Có kết quả</source>
            <translation>Result ready</translation>
        </message>
        <message>
            <source>Quét mã QR trên Giấy tiếp nhận, hoặc gõ mã hồ sơ rồi Enter (F8)</source>
            <translation>Scan the receipt's QR code, or type the dossier's code and press Enter (F8)</translation>
        </message>
        <message>
            <source>Hồ sơ đơn vị đang giữ</source>
            <translation>Dossiers held by this unit</translation>
        </message>
        <message>
            <source>Có kết quả: đồng ý</source>
            <translation>Result: granted</translation>
        </message>
        <message>
            <source>Có kết quả: từ chối</source>
            <translation>Result: refused</translation>
        </message>
        <message>
            <source>Yêu cầu bổ sung, việc khác</source>
            <translation>Ask for papers, other steps</translation>
        </message>
        <message>
            <source>Hẹn {day}</source>
            <translation>Promised {day}</translation>
        </message>
        <message>
            <source>Phiếu gửi</source>
            <translation>Consignment note</translation>
        </message>
        <message>
            <source>Thư gửi người dân</source>
            <translation>Letter to the citizen</translation>
        </message>
        <message>
            <source>Thường không giao cho bên nhận này</source>
            <translation>Not usually for this receiver</translation>
        </message>
        <message>
            <source>Quá hạn bàn giao</source>
            <translation>Overdue for handover</translation>
        </message>
        <message>
            <source>Nhận sau 15 giờ: giao đầu giờ ngày làm việc tiếp theo</source>
            <translation>Received after 15:00: goes first thing next working day</translation>
        </message>
        <message>
            <source>Giao hôm nay</source>
            <translation>To hand over today</translation>
        </message>
        <message>
            <source>Từ {unit}</source>
            <translation>From {unit}</translation>
        </message>
        <message>
            <source>Đến {unit}</source>
            <translation>To {unit}</translation>
        </message>
        <message>
            <source>chờ bên nhận ký</source>
            <translation>receiver to sign</translation>
        </message>
        <message>
            <source>hai bên đã ký</source>
            <translation>signed by both</translation>
        </message>
        <message>
            <source>đã hủy</source>
            <translation>cancelled</translation>
        </message>
        <message>
            <source>! chênh lệch chưa xử lý: {count}</source>
            <translation>! differences to settle: {count}</translation>
        </message>
        <message>
            <source>{count} hồ sơ</source>
            <translation>Dossiers: {count}</translation>
        </message>
        <message>
            <source>Bên giao: {unit}
{name} ký {time}</source>
            <translation>Giver: {unit}
{name} signed {time}</translation>
        </message>
        <message>
            <source>Bên nhận: {unit}
chưa ký</source>
            <translation>Receiver: {unit}
not signed yet</translation>
        </message>
        <message>
            <source>Bên nhận: {unit}
{name} ký {time}</source>
            <translation>Receiver: {unit}
{name} signed {time}</translation>
        </message>
        <message>
            <source>Quá hạn {day}</source>
            <translation>Overdue {day}</translation>
        </message>
        <message>
            <source>Hạn {day}</source>
            <translation>Due {day}</translation>
        </message>
        <message>
            <source>✓ Đã vào sổ</source>
            <translation>✓ Entered</translation>
        </message>
        <message>
            <source>✓ Đã nhận</source>
            <translation>✓ Received</translation>
        </message>
        <message>
            <source>Máy này chưa có dữ liệu; kiểm đếm theo mã</source>
            <translation>Not known on this machine; count it by its code</translation>
        </message>
        <message>
            <source>✓ Đã đếm</source>
            <translation>✓ Counted</translation>
        </message>
        <message>
            <source>✗ Thiếu</source>
            <translation>✗ Missing</translation>
        </message>
        <message>
            <source>⊘ Không nhận</source>
            <translation>⊘ Not taken</translation>
        </message>
        <message>
            <source>! Nhận, hư hỏng</source>
            <translation>! Taken damaged</translation>
        </message>
        <message>
            <source>Thành phần không đủ</source>
            <translation>Papers incomplete</translation>
        </message>
        <message>
            <source>Không thuộc đơn vị này</source>
            <translation>Not for this unit</translation>
        </message>
        <message>
            <source>Niêm phong không còn nguyên</source>
            <translation>Seal broken</translation>
        </message>
        <message>
            <source>Hư hỏng</source>
            <translation>Damaged</translation>
        </message>
        <message>
            <source>Lý do khác</source>
            <translation>Another reason</translation>
        </message>
        <message>
            <source>Ký nhận {there}, còn {left} chưa đếm</source>
            <translation>Sign for {there}, {left} not counted</translation>
        </message>
        <message>
            <source>Ký nhận {there}, thiếu {missing}, không nhận {refused}</source>
            <translation>Sign for {there}, {missing} missing, {refused} not taken</translation>
        </message>
        <message>
            <source>Ký nhận {there}, không nhận {refused}</source>
            <translation>Sign for {there}, {refused} not taken</translation>
        </message>
        <message>
            <source>Ký nhận {there}, thiếu {missing}</source>
            <translation>Sign: {there} received, {missing} missing</translation>
        </message>
        <message>
            <source>Ký nhận đủ {there} hồ sơ</source>
            <translation>Sign for all {there}</translation>
        </message>
        <message>
            <source>Đang in, còn {count}</source>
            <translation>Printing, {count} to go</translation>
        </message>
        <message>
            <source>In Giấy tiếp nhận ({count})</source>
            <translation>Print receipts ({count})</translation>
        </message>
        <message>
            <source>Thừa, không có trong danh sách: {codes}</source>
            <translation>Not on the list: {codes}</translation>
        </message>
        <message>
            <source>Danh sách trên giấy: đã đọc {read} trên {count} mã</source>
            <translation>List on paper: {read} of {count} codes read</translation>
        </message>
        <message>
            <source>Quét lần nữa để vẫn đưa vào.</source>
            <translation>Scan it once more to list it all the same.</translation>
        </message>
        <message>
            <source>✓ {code} · đã thêm</source>
            <translation>✓ {code} · added</translation>
        </message>
        <message>
            <source>{code} · đã bỏ ra</source>
            <translation>{code} · taken off</translation>
        </message>
        <message>
            <source>! {code} · đã có trong danh sách</source>
            <translation>! {code} · is on the list already</translation>
        </message>
        <message>
            <source>✗ {code} · hiện ở {holder}</source>
            <translation>✗ {code} · is at {holder}</translation>
        </message>
        <message>
            <source>✓ {code} · đã đếm</source>
            <translation>✓ {code} · counted</translation>
        </message>
        <message>
            <source>! {code} · đã đếm rồi</source>
            <translation>! {code} · was counted before</translation>
        </message>
        <message>
            <source>✗ {code} · không có trong danh sách, ghi là thừa</source>
            <translation>✗ {code} · not on the list, noted as extra</translation>
        </message>
        <message>
            <source>Phải nhận {amount}. Đếm rồi ghi số tiền.</source>
            <translation>{amount} is due. Count it, then enter the amount.</translation>
        </message>
        <message>
            <source>✓ Khớp, không chênh lệch</source>
            <translation>✓ It agrees</translation>
        </message>
        <message>
            <source>✗ Thiếu {amount}</source>
            <translation>✗ {amount} short</translation>
        </message>
        <message>
            <source>✗ Thừa {amount}</source>
            <translation>✗ {amount} over</translation>
        </message>
        <message>
            <source>Tiền thu hộ</source>
            <translation>Fees carried</translation>
        </message>
        <message>
            <source>Thiếu {code}</source>
            <translation>Missing {code}</translation>
        </message>
        <message>
            <source>Thừa {code}</source>
            <translation>Extra {code}</translation>
        </message>
        <message>
            <source>! Chưa xử lý</source>
            <translation>! Not settled</translation>
        </message>
        <message>
            <source>Tìm thấy ở bên giao</source>
            <translation>Found at the giver</translation>
        </message>
        <message>
            <source>Tìm thấy ở bên nhận</source>
            <translation>Found at the receiver</translation>
        </message>
        <message>
            <source>Thất lạc</source>
            <translation>Lost</translation>
        </message>
        <message>
            <source>Bên nhận giữ</source>
            <translation>Receiver keeps it</translation>
        </message>
        <message>
            <source>Trả lại bên giao</source>
            <translation>Given back</translation>
        </message>
        <message>
            <source>Đã nộp bù hoặc trả lại</source>
            <translation>Paid or paid back</translation>
        </message>
        <message>
            <source>Đã rõ lý do</source>
            <translation>Explained</translation>
        </message>
        <message>
            <source>Đã quá 3 ngày yêu cầu bổ sung</source>
            <translation>Too late to ask for a supplement in time</translation>
        </message>
        <message>
            <source>Hôm nay hết hạn yêu cầu bổ sung</source>
            <translation>Last day to ask for a supplement</translation>
        </message>
        <message>
            <source>Còn {days} ngày làm việc để yêu cầu bổ sung</source>
            <translation>Working days left to ask for a supplement: {days}</translation>
        </message>
        <message>
            <source>{agencies}: quá hạn trả lời</source>
            <translation>{agencies}: late with the answer</translation>
        </message>
        <message>
            <source>chờ {agencies}</source>
            <translation>waiting for {agencies}</translation>
        </message>
        <message>
            <source>Chọn hồ sơ đã giải quyết xong.</source>
            <translation>Choose a dossier that has been decided.</translation>
        </message>
        <message>
            <source>Hồ sơ {code} chờ công dân bổ sung; hãy bàn giao về Một cửa.</source>
            <translation>Dossier {code} awaits the citizen's supplement; please hand it to the one-stop office.</translation>
        </message>
        <message>
            <source>Hồ sơ {code} đã có kết quả.</source>
            <translation>Dossier {code} has its result.</translation>
        </message>
        <message>
            <source>{code}: đã hết hạn yêu cầu bổ sung ngày {day}; nếu vẫn yêu cầu, phiếu ghi là muộn.</source>
            <translation>{code}: the time to ask for a supplement ended on {day}; a later request is marked as late.</translation>
        </message>
        <message>
            <source>{code}: nếu còn thiếu, yêu cầu bổ sung đến hết ngày {day}.</source>
            <translation>{code}: if papers are missing, ask for them by the end of {day}.</translation>
        </message>
        <message>
            <source>Chênh lệch</source>
            <translation>Differences</translation>
        </message>
        <message>
            <source>Hai bên thống nhất rồi chọn một cách xử lý:</source>
            <translation>Agree with the other side, then choose:</translation>
        </message>
        <message>
            <source>Ghi rõ</source>
            <translation>In words</translation>
        </message>
        <message>
            <source>Số tiền nộp thêm (trả lại: ghi dấu trừ)</source>
            <translation>Amount paid (paid back: with a minus)</translation>
        </message>
        <message>
            <source>Đơn vị đang giữ</source>
            <translation>Held by this unit</translation>
        </message>
        <message>
            <source>hồ sơ trong danh sách giao</source>
            <translation>on the list</translation>
        </message>
        <message>
            <source>Hồ sơ trong danh sách giao</source>
            <translation>Dossiers on the list</translation>
        </message>
        <message>
            <source>Chọn tất cả</source>
            <translation>Take all</translation>
        </message>
        <message>
            <source>Không còn hồ sơ nào để giao cho bên nhận này.</source>
            <translation>Nothing is left to hand to this receiver.</translation>
        </message>
        <message>
            <source>Danh sách còn trống: quét hồ sơ, hoặc chọn ở bên trái.</source>
            <translation>The list is empty: scan a dossier, or choose one at the left.</translation>
        </message>
        <message>
            <source>Enter đưa vào danh sách; Delete bỏ ra.</source>
            <translation>Enter puts on the list; Delete takes off.</translation>
        </message>
        <message>
            <source>Bên nhận</source>
            <translation>Receiver</translation>
        </message>
        <message>
            <source>In danh sách</source>
            <translation>Print list</translation>
        </message>
        <message>
            <source>Ký giao</source>
            <translation>Sign as giver</translation>
        </message>
        <message>
            <source>Tiền thu hộ kèm theo: {amount}</source>
            <translation>Fees carried along: {amount}</translation>
        </message>
        <message>
            <source>Hãy đưa hồ sơ vào danh sách và chọn bên nhận trước khi ký giao.</source>
            <translation>Put dossiers on the list and choose the receiver before signing.</translation>
        </message>
        <message>
            <source>Đã in danh sách bàn giao gồm {count} hồ sơ.</source>
            <translation>List printed. Dossiers on it: {count}.</translation>
        </message>
        <message>
            <source>Hồ sơ {code} đã có trong danh sách.</source>
            <translation>Dossier {code} is on the list already.</translation>
        </message>
        <message>
            <source>Đã thêm hồ sơ {code}.</source>
            <translation>Dossier {code} added.</translation>
        </message>
        <message>
            <source>Bỏ ra</source>
            <translation>Take off</translation>
        </message>
        <message>
            <source>Đã ký giao {count} hồ sơ, biên bản {number}; chờ bên nhận ký.</source>
            <translation>Dossiers signed over: {count}, record {number}; the receiver is to sign.</translation>
        </message>
        <message>
            <source>Có</source>
            <translation>There</translation>
        </message>
        <message>
            <source>Thiếu</source>
            <translation>Missing</translation>
        </message>
        <message>
            <source>Không nhận</source>
            <translation>Do not take</translation>
        </message>
        <message>
            <source>Lý do không nhận</source>
            <translation>Why it is not taken</translation>
        </message>
        <message>
            <source>Ghi rõ (nếu cần)</source>
            <translation>In words (if needed)</translation>
        </message>
        <message>
            <source>Tiền thu hộ đếm được (đồng)</source>
            <translation>Fees counted (VND)</translation>
        </message>
        <message>
            <source>Tiền thu hộ đã nhận: {amount}.</source>
            <translation>Fees received: {amount}.</translation>
        </message>
        <message>
            <source>Hồ sơ {code} không có trong biên bản nào chờ ký nhận tại đây.</source>
            <translation>Dossier {code} is on no record that waits for a signature here.</translation>
        </message>
        <message>
            <source>Đã đọc danh sách trên giấy {number}.</source>
            <translation>List {number} read from paper.</translation>
        </message>
        <message>
            <source>Đã bỏ khỏi danh sách vì không giao cho bên nhận này: {codes}.</source>
            <translation>Taken off the list, as they do not go to this receiver: {codes}.</translation>
        </message>
        <message>
            <source>Đã in {count} Giấy tiếp nhận.</source>
            <translation>Receipts printed: {count}.</translation>
        </message>
        <message>
            <source>‹ Các biên bản</source>
            <translation>‹ All records</translation>
        </message>
        <message>
            <source>Enter: đánh dấu hồ sơ đang chọn là thiếu.</source>
            <translation>Enter: mark the selected dossier as missing.</translation>
        </message>
        <message>
            <source>Danh sách đọc từ mã trên giấy; sẽ khớp khi có mạng.</source>
            <translation>Read from the codes on paper; it will match up once the network is back.</translation>
        </message>
        <message>
            <source>Chưa quét là thiếu</source>
            <translation>Unscanned are missing</translation>
        </message>
        <message>
            <source>Bỏ mã thừa cuối</source>
            <translation>Drop last extra</translation>
        </message>
        <message>
            <source>In biên bản</source>
            <translation>Print record</translation>
        </message>
        <message>
            <source>Không hủy</source>
            <translation>Keep it</translation>
        </message>
        <message>
            <source>Hồ sơ trong biên bản</source>
            <translation>Dossiers of the record</translation>
        </message>
        <message>
            <source>Bấm lần nữa để hủy</source>
            <translation>Press again to cancel</translation>
        </message>
        <message>
            <source>Hủy bàn giao</source>
            <translation>Cancel the handover</translation>
        </message>
        <message>
            <source>Chờ đơn vị này ký nhận</source>
            <translation>For this unit to sign</translation>
        </message>
        <message>
            <source>Có chênh lệch chưa xử lý</source>
            <translation>With differences to settle</translation>
        </message>
        <message>
            <source>Các biên bản khác</source>
            <translation>Other records</translation>
        </message>
        <message>
            <source>Không có hồ sơ nào đang chờ nhận.</source>
            <translation>Nothing waits to be received.</translation>
        </message>
        <message>
            <source>Quét từng hồ sơ sẽ giao; danh sách và số đếm ở bên phải.</source>
            <translation>Scan each dossier that goes; list and count are at the right.</translation>
        </message>
        <message>
            <source>Quét từng hồ sơ nhận được để đếm.</source>
            <translation>Scan each dossier that came to count it.</translation>
        </message>
        <message>
            <source>Quét mã trên biên bản để mở, hoặc chọn biên bản bên dưới.</source>
            <translation>Scan the code on a record to open it, or choose one below.</translation>
        </message>
        <message>
            <source>Đã ghi cách xử lý chênh lệch {code}.</source>
            <translation>Settled: {code}.</translation>
        </message>
        <message>
            <source>tiền thu hộ</source>
            <translation>fees carried</translation>
        </message>
        <message>
            <source>Người nhận ký ngay tại đây</source>
            <translation>Receiver signing here</translation>
        </message>
        <message>
            <source>Bên nhận ký</source>
            <translation>Receiver signs</translation>
        </message>
        <message>
            <source>Họ tên người ký trên biên bản giấy</source>
            <translation>Name of who signed on paper</translation>
        </message>
        <message>
            <source>Bên nhận ký trên giấy: hãy in biên bản.</source>
            <translation>The receiver signs on paper: print the record.</translation>
        </message>
        <message>
            <source>Đã ký trên giấy</source>
            <translation>Signed on paper</translation>
        </message>
        <message>
            <source>Mật khẩu</source>
            <translation>Password</translation>
        </message>
        <message>
            <source>Mã PIN</source>
            <translation>PIN</translation>
        </message>
        <message>
            <source>Dùng PIN</source>
            <translation>Use PIN</translation>
        </message>
        <message>
            <source>Dùng mật khẩu</source>
            <translation>Use password</translation>
        </message>
        <message>
            <source>Bàn giao hồ sơ</source>
            <translation>Handover</translation>
        </message>
        <message>
            <source>Giao hồ sơ</source>
            <translation>Hand over</translation>
        </message>
        <message>
            <source>Quét hồ sơ, phiếu gửi hoặc biên bản; hay gõ mã rồi Enter (F8)</source>
            <translation>Scan a dossier, note or record; or type a code and Enter (F8)</translation>
        </message>
        <message>
            <source>Nhận, biên bản ({count})</source>
            <translation>Records ({count})</translation>
        </message>
        <message>
            <source>Nhận, biên bản</source>
            <translation>Records</translation>
        </message>
    </context>
    <context>
        <name>Lead</name>
        <message>
            <source>Mức độ hài lòng hôm nay</source>
            <translation>Satisfaction today</translation>
        </message>
        <message>
            <source>Hồ sơ tiếp nhận theo người</source>
            <translation>Dossiers received by officer</translation>
        </message>
        <message>
            <source>Máy cần người xem</source>
            <translation>Machines that need hands</translation>
        </message>
        <message>
            <source>Hôm nay chưa tiếp nhận hồ sơ nào.</source>
            <translation>No dossier has been received today.</translation>
        </message>
        <message>
            <source>Chỉ có số đếm của cả bộ phận; không ai biết người nào đã đánh giá.</source>
            <translation>Counts of the whole office only; nobody knows who rated.</translation>
        </message>
        <message>
            <source>Các máy đều hoạt động tốt.</source>
            <translation>All machines are well.</translation>
        </message>
        <message>
            <source>Số liệu lúc {at}</source>
            <translation>Figures of {at}</translation>
        </message>
        <message>
            <source>Chưa liên lạc được với máy chủ</source>
            <translation>No contact with the server yet</translation>
        </message>
        <message>
            <source>Mất kết nối từ {heard}: số liệu của quầy khác dừng ở lúc đó</source>
            <translation>Offline since {heard}: the figures of other counters stop there</translation>
        </message>
        <message>
            <source>Chưa có ai lấy số trong giờ qua.</source>
            <translation>Nobody has taken a number in the last hour.</translation>
        </message>
        <message>
            <source>Mỗi giờ có khoảng {minutes} phút việc, cần {needed} người.</source>
            <translation>About {minutes} minutes of work arrive every hour: {needed} people needed.</translation>
        </message>
        <message>
            <source>Muốn hết người đang chờ trong một giờ: thêm {more} người.</source>
            <translation>To clear the queue within an hour: {more} more.</translation>
        </message>
        <message>
            <source>Cộng, chia 60 phút: {needed} người</source>
            <translation>Total, divided by 60 minutes: {needed} people</translation>
        </message>
        <message>
            <source>Đang chờ</source>
            <translation>Waiting</translation>
        </message>
        <message>
            <source>không ai chờ</source>
            <translation>nobody waits</translation>
        </message>
        <message>
            <source>lâu nhất {minutes} phút</source>
            <translation>longest {minutes} min</translation>
        </message>
        <message>
            <source>tạm nghỉ: {paused}</source>
            <translation>paused: {paused}</translation>
        </message>
        <message>
            <source>Quầy đang mở</source>
            <translation>Counters open</translation>
        </message>
        <message>
            <source>Số người cần giờ tới</source>
            <translation>People needed next hour</translation>
        </message>
        <message>
            <source>chưa có ai đến</source>
            <translation>nobody has come yet</translation>
        </message>
        <message>
            <source>nên mở thêm: {missing}</source>
            <translation>better open more: {missing}</translation>
        </message>
        <message>
            <source>đủ: đang mở {counters} quầy</source>
            <translation>enough, counters open: {counters}</translation>
        </message>
        <message>
            <source>Quầy {number} · {name}</source>
            <translation>Counter {number} · {name}</translation>
        </message>
        <message>
            <source>Chưa có người</source>
            <translation>Nobody there</translation>
        </message>
        <message>
            <source>Đóng</source>
            <translation>Closed</translation>
        </message>
        <message>
            <source>{officer} · {label} đã {minutes} phút</source>
            <translation>{officer} · {label} for {minutes} min</translation>
        </message>
        <message>
            <source>{officer} · chưa gọi số</source>
            <translation>{officer} · serving nobody</translation>
        </message>
        <message>
            <source>Tạm nghỉ</source>
            <translation>Paused</translation>
        </message>
        <message>
            <source>Đang mở</source>
            <translation>Open</translation>
        </message>
        <message>
            <source>{minutes} phút</source>
            <translation>{minutes} min</translation>
        </message>
        <message>
            <source>Quầy {numbers}</source>
            <translation>Counter {numbers}</translation>
        </message>
        <message>
            <source>chưa có quầy</source>
            <translation>no counter</translation>
        </message>
        <message>
            <source>{served} · lâu nhất {minutes} phút</source>
            <translation>{served} · longest {minutes} min</translation>
        </message>
        <message>
            <source>{people} người</source>
            <translation>people: {people}</translation>
        </message>
        <message>
            <source>trong đó trễ hẹn: {late}</source>
            <translation>late: {late}</translation>
        </message>
        <message>
            <source>Đã tiếp nhận</source>
            <translation>Received</translation>
        </message>
        <message>
            <source>số người tiếp nhận: {officers}</source>
            <translation>officers: {officers}</translation>
        </message>
        <message>
            <source>Đã trả kết quả</source>
            <translation>Results returned</translation>
        </message>
        <message>
            <source>Đang quá hạn</source>
            <translation>Overdue</translation>
        </message>
        <message>
            <source>xem ở Thời hạn (Ctrl+5)</source>
            <translation>see Deadlines (Ctrl+5)</translation>
        </message>
        <message>
            <source>cơ quan khác trễ: {count}</source>
            <translation>agencies late: {count}</translation>
        </message>
        <message>
            <source>không có</source>
            <translation>none</translation>
        </message>
        <message>
            <source>Hôm nay chưa gọi số nào.</source>
            <translation>No number has been called today.</translation>
        </message>
        <message>
            <source>Đã gọi {called} người: chờ trung bình {mean} phút; chín trên mười người chờ không quá {ninth} phút.</source>
            <translation>{called} called: they waited {mean} min on average; nine in ten no longer than {ninth} min.</translation>
        </message>
        <message>
            <source>không gọi ai</source>
            <translation>nobody was called</translation>
        </message>
        <message>
            <source>trung bình {mean} phút, 90 %: {ninth} phút</source>
            <translation>mean {mean} min, 90 %: {ninth} min</translation>
        </message>
        <message>
            <source>{time} · đến: {arrived} · gọi: {called}</source>
            <translation>{time} · came: {arrived} · called: {called}</translation>
        </message>
        <message>
            <source>Hôm nay chưa có lượt đánh giá nào.</source>
            <translation>No ratings today.</translation>
        </message>
        <message>
            <source>Mới có {count} lượt đánh giá: chưa đủ để kết luận.</source>
            <translation>Ratings so far: {count}. Not enough to conclude anything.</translation>
        </message>
        <message>
            <source>{share} % hài lòng hoặc rất hài lòng, trong {count} lượt đánh giá.</source>
            <translation>{share} % satisfied or very satisfied. Ratings: {count}.</translation>
        </message>
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
            <source>Các quầy</source>
            <translation>Counters</translation>
        </message>
        <message>
            <source>Người chờ ở mỗi hàng</source>
            <translation>Waiting in each line</translation>
        </message>
        <message>
            <source>Đóng cách tính</source>
            <translation>Close</translation>
        </message>
        <message>
            <source>Cách tính</source>
            <translation>How it is worked out</translation>
        </message>
        <message>
            <source>Điều hành</source>
            <translation>How the office is doing</translation>
        </message>
        <message>
            <source>Đang xem số liệu…</source>
            <translation>Looking at the figures…</translation>
        </message>
        <message>
            <source>Bây giờ</source>
            <translation>Now</translation>
        </message>
        <message>
            <source>Chờ</source>
            <translation>Waits</translation>
        </message>
        <message>
            <source>Hôm nay</source>
            <translation>Today</translation>
        </message>
        <message>
            <source>Mâu thuẫn: {count}</source>
            <translation>Conflicts: {count}</translation>
        </message>
        <message>
            <source>Xem biểu đồ</source>
            <translation>Show plots</translation>
        </message>
        <message>
            <source>Xem bảng số</source>
            <translation>Show tables</translation>
        </message>
        <message>
            <source>Phút chờ đến khi được gọi: nét liền là trung bình, nét chấm là mức 90 % người</source>
            <translation>Minutes until called: the solid line is the mean, the dotted one the 90 % mark</translation>
        </message>
        <message>
            <source>Số người đến trong mỗi nửa giờ</source>
            <translation>People who came in each half hour</translation>
        </message>
        <message>
            <source>Thời gian chờ theo nửa giờ</source>
            <translation>Waits by half hours</translation>
        </message>
        <message>
            <source>Hàng chờ</source>
            <translation>Line</translation>
        </message>
        <message>
            <source>Người mỗi giờ</source>
            <translation>People an hour</translation>
        </message>
        <message>
            <source>Phút mỗi người</source>
            <translation>Minutes each</translation>
        </message>
        <message>
            <source>Phút việc</source>
            <translation>Minutes of work</translation>
        </message>
        <message>
            <source>Theo số người đến trong {over} phút qua và thời gian phục vụ trung bình.</source>
            <translation>Based on arrivals in the last {over} minutes and the average time at the counter.</translation>
        </message>
    </context>
    <context>
        <name>PostDay</name>
        <message>
            <source>Còn giữ, chưa bàn giao: {count}</source>
            <translation>Still here, not handed over: {count}</translation>
        </message>
        <message>
            <source>⚠ Từ chối: {refused} · thiếu: {missing} · hư hỏng: {damaged}</source>
            <translation>⚠ Refused: {refused} · missing: {missing} · damaged: {damaged}</translation>
        </message>
        <message>
            <source>Lần không thành công: {attempts} · chuyển hoàn: {returned}</source>
            <translation>Failed attempts: {attempts} · sent back: {returned}</translation>
        </message>
        <message>
            <source>Nhận từ cơ quan trong ngày: {count}</source>
            <translation>Taken from the office that day: {count}</translation>
        </message>
        <message>
            <source>Phiếu gửi đã lập</source>
            <translation>Consignment notes made</translation>
        </message>
        <message>
            <source>Hồ sơ cơ quan đã nhận</source>
            <translation>Dossiers the office took</translation>
        </message>
        <message>
            <source>✓ Không thiếu, không từ chối, không hư hỏng</source>
            <translation>✓ None missing, refused or damaged</translation>
        </message>
        <message>
            <source>Kết quả, thư đã phát</source>
            <translation>Results, letters delivered</translation>
        </message>
        <message>
            <source>Còn phải phát</source>
            <translation>Still to deliver</translation>
        </message>
        <message>
            <source>Mang sang từ ngày trước</source>
            <translation>From earlier days</translation>
        </message>
        <message>
            <source>Đã thu (số khoản: {count})</source>
            <translation>Collected (fees: {count})</translation>
        </message>
        <message>
            <source>Đã trả lại người nộp</source>
            <translation>Given back to payers</translation>
        </message>
        <message>
            <source>Khai nộp, máy này chưa rõ khoản thu</source>
            <translation>Declared, for fees not known on this machine</translation>
        </message>
        <message>
            <source>Khai nộp theo biên bản (số biên bản: {count})</source>
            <translation>Declared on records (records: {count})</translation>
        </message>
        <message>
            <source>Nộp bù cho biên bản ngày trước (không tính ở trên)</source>
            <translation>Paid later for records of earlier days (not counted above)</translation>
        </message>
        <message>
            <source>Còn giữ</source>
            <translation>Still carried</translation>
        </message>
        <message>
            <source>phiếu gửi {made} · thu {fees} · phát {delivered}</source>
            <translation>notes {made} · collected {fees} · delivered {delivered}</translation>
        </message>
        <message>
            <source>✓ Không có chênh lệch tiền chưa xử lý</source>
            <translation>✓ No difference of money is open</translation>
        </message>
        <message>
            <source>Hôm trước</source>
            <translation>Day before</translation>
        </message>
        <message>
            <source>Hôm sau</source>
            <translation>Day after</translation>
        </message>
        <message>
            <source>In bảng tổng hợp</source>
            <translation>Print the summary</translation>
        </message>
        <message>
            <source>Tiền thu hộ</source>
            <translation>Fees carried</translation>
        </message>
        <message>
            <source>Đã nộp theo biên bản giao nhận</source>
            <translation>Brought with handover records</translation>
        </message>
        <message>
            <source>Theo nhân viên</source>
            <translation>By employee</translation>
        </message>
        <message>
            <source>Ngày này chưa nộp tiền theo biên bản nào.</source>
            <translation>No money was brought with a record on this day.</translation>
        </message>
        <message>
            <source>Đã in bảng tổng hợp trong ngày.</source>
            <translation>The summary of the day was printed.</translation>
        </message>
        <message>
            <source>khai {due} · đếm được {counted}</source>
            <translation>declared {due} · counted {counted}</translation>
        </message>
        <message>
            <source>✓ Khớp</source>
            <translation>✓ Agrees</translation>
        </message>
        <message>
            <source>✓ Đã nộp bù đủ</source>
            <translation>✓ Paid in full since</translation>
        </message>
        <message>
            <source>✓ Đã giải trình {amount}</source>
            <translation>✓ Explained: {amount}</translation>
        </message>
        <message>
            <source>▼ Thiếu {amount}</source>
            <translation>▼ Short by {amount}</translation>
        </message>
        <message>
            <source>▲ Thừa {amount}</source>
            <translation>▲ Over by {amount}</translation>
        </message>
    </context>
    <context>
        <name>QueueDesk</name>
        <message>
            <source>Đã gọi số {label} theo phiếu; máy này sẽ ghép với phiếu thật khi có tin.</source>
            <translation>{label} called by its slip; this machine will join it to the real ticket once it hears of it.</translation>
        </message>
        <message>
            <source>Đã gọi số {label} theo phiếu.</source>
            <translation>{label} called by its slip.</translation>
        </message>
        <message>
            <source>Đang phục vụ khách chưa lấy số: số {label}.</source>
            <translation>Serving somebody without a number: {label}.</translation>
        </message>
        <message>
            <source>Sau đó: {lines}</source>
            <translation>Then: {lines}</translation>
        </message>
        <message>
            <source>quay lại quầy {number}</source>
            <translation>back to counter {number}</translation>
        </message>
        <message>
            <source>Quầy {number} đã đóng: xong ở đây, số này chờ lại ở hàng {line}.</source>
            <translation>Counter {number} has closed: when done here, this number waits in line {line} again.</translation>
        </message>
        <message>
            <source>Gõ số in trên phiếu, hoặc quét mã QR của phiếu.</source>
            <translation>Type the number printed on the slip, or scan its QR code.</translation>
        </message>
        <message>
            <source>Máy này chưa biết số {label}. Nếu đúng là số trên phiếu, nhấn Enter lần nữa.</source>
            <translation>This machine does not know {label} yet. If that is what the slip says, press Enter again.</translation>
        </message>
        <message>
            <source>từ {time}</source>
            <translation>since {time}</translation>
        </message>
        <message>
            <source>lịch hẹn</source>
            <translation>appointment</translation>
        </message>
        <message>
            <source>Ưu tiên</source>
            <translation>Priority</translation>
        </message>
        <message>
            <source>Chưa mở quầy</source>
            <translation>No counter open</translation>
        </message>
        <message>
            <source>Quầy {number} · {name}</source>
            <translation>Counter {number} · {name}</translation>
        </message>
        <message>
            <source>Đang gọi số tiếp…</source>
            <translation>Calling the next number…</translation>
        </message>
        <message>
            <source>Chưa gọi số nào. Nhấn F2 để gọi.</source>
            <translation>No number called. Press F2 to call.</translation>
        </message>
        <message>
            <source>Quầy đang tạm nghỉ</source>
            <translation>Paused</translation>
        </message>
        <message>
            <source>Theo số trên phiếu</source>
            <translation>By its slip</translation>
        </message>
        <message>
            <source>Khách chưa lấy số</source>
            <translation>Without a number</translation>
        </message>
        <message>
            <source>Gọi khi mất kết nối</source>
            <translation>Called offline</translation>
        </message>
        <message>
            <source>Lịch hẹn</source>
            <translation>Appointment</translation>
        </message>
        <message>
            <source>Không còn ai chờ</source>
            <translation>Nobody waits</translation>
        </message>
        <message>
            <source>chờ từ {time}</source>
            <translation>waiting since {time}</translation>
        </message>
        <message>
            <source>Đang phục vụ số {label}. Nhấn F7 để hoàn tất trước khi gọi số tiếp.</source>
            <translation>{label} is being served. Press F7 to finish before calling the next number.</translation>
        </message>
        <message>
            <source>Quầy đang tạm nghỉ. Chọn Làm tiếp trước khi gọi số.</source>
            <translation>The counter is paused. Choose Resume before calling a number.</translation>
        </message>
        <message>
            <source>Hoàn tác</source>
            <translation>Undo</translation>
        </message>
        <message>
            <source>Đang chờ</source>
            <translation>Waiting</translation>
        </message>
        <message>
            <source>Chờ lâu nhất</source>
            <translation>Waiting longest</translation>
        </message>
        <message>
            <source>Đang tạm gác</source>
            <translation>Parked</translation>
        </message>
        <message>
            <source>Gọi lại {label}</source>
            <translation>Call {label}</translation>
        </message>
        <message>
            <source>Cần xem lại</source>
            <translation>To look at</translation>
        </message>
        <message>
            <source>Xem mâu thuẫn</source>
            <translation>See conflicts</translation>
        </message>
        <message>
            <source>Đã gọi lại số {label}.</source>
            <translation>Number {label} has been called again.</translation>
        </message>
        <message>
            <source>Số {label} được ghi vắng mặt.</source>
            <translation>Number {label} is marked absent.</translation>
        </message>
        <message>
            <source>Đã tạm gác số {label}.</source>
            <translation>Number {label} is parked.</translation>
        </message>
        <message>
            <source>Đã gọi lại số tạm gác.</source>
            <translation>The parked number has been called.</translation>
        </message>
        <message>
            <source>Hãy hoàn tất hoặc tạm gác số đang phục vụ trước.</source>
            <translation>Finish or park the number being served first.</translation>
        </message>
        <message>
            <source>Đã chuyển số {label} sang hàng {line}; xong sẽ quay lại quầy này.</source>
            <translation>Number {label} has been sent to line {line}; it comes back to this counter afterwards.</translation>
        </message>
        <message>
            <source>Đã chuyển số {label} sang hàng {line}.</source>
            <translation>Number {label} has been sent to line {line}.</translation>
        </message>
        <message>
            <source>Đang gọi số tiếp; chưa hoàn tác được.</source>
            <translation>The next number is being called; that cannot be undone now.</translation>
        </message>
        <message>
            <source>Đã hoàn tác: tiếp tục phục vụ số {label}.</source>
            <translation>Undone: number {label} is being served again.</translation>
        </message>
        <message>
            <source>Đã hoàn tác: số {label} chờ lại ở vị trí cũ.</source>
            <translation>Taken back: number {label} waits at its old place.</translation>
        </message>
        <message>
            <source>Quầy tạm nghỉ sau số {label}: số này được phục vụ tiếp cho đến khi xong.</source>
            <translation>The counter pauses after {label}, which is served until it is done.</translation>
        </message>
        <message>
            <source>Đã gọi số {label}.</source>
            <translation>Number {label} has been called.</translation>
        </message>
        <message>
            <source>Máy chủ không trả lời; đã gọi số {label} từ dữ liệu tại máy.</source>
            <translation>The server is silent; number {label} was called from this machine's data.</translation>
        </message>
        <message>
            <source>Không còn ai chờ ở các hàng của quầy này.</source>
            <translation>Nobody waits in the lines of this counter.</translation>
        </message>
        <message>
            <source>Đã xong ở đây: quầy {number} đã đóng, {label} chờ lại ở hàng của mình.</source>
            <translation>Done here: counter {number} has closed, {label} waits in its line again.</translation>
        </message>
        <message>
            <source>Đã xong ở đây: {label} quay lại quầy {number}.</source>
            <translation>Done here: {label} goes back to counter {number}.</translation>
        </message>
        <message>
            <source>Đã hoàn tất số {label}.</source>
            <translation>Number {label} is done.</translation>
        </message>
        <message>
            <source>Xong một việc: {label} chuyển sang hàng {line}.</source>
            <translation>One matter done: {label} goes on to line {line}.</translation>
        </message>
        <message>
            <source>Đang phục vụ</source>
            <translation>Now serving</translation>
        </message>
        <message>
            <source>Số tiếp theo</source>
            <translation>Next number</translation>
        </message>
        <message>
            <source>Chuyển sang hàng nào?</source>
            <translation>Send on to which line?</translation>
        </message>
        <message>
            <source>Rồi quay lại đây (Shift+F6)</source>
            <translation>Then back here (Shift+F6)</translation>
        </message>
        <message>
            <source>Không chuyển nữa</source>
            <translation>Do not transfer</translation>
        </message>
        <message>
            <source>Khách chưa lấy số đến vì việc gì?</source>
            <translation>What have they come for, without a number?</translation>
        </message>
        <message>
            <source>Thôi</source>
            <translation>Leave it</translation>
        </message>
        <message>
            <source>Gọi số trên phiếu</source>
            <translation>Number on a slip</translation>
        </message>
        <message>
            <source>Số in trên phiếu, rồi Enter</source>
            <translation>The number printed on the slip, then Enter</translation>
        </message>
        <message>
            <source>Để sau</source>
            <translation>Later</translation>
        </message>
        <message>
            <source>Theo phiếu</source>
            <translation>By slip</translation>
        </message>
        <message>
            <source>Chưa có số</source>
            <translation>No number</translation>
        </message>
        <message>
            <source>Khách chưa có số</source>
            <translation>Without a number</translation>
        </message>
        <message>
            <source>Gọi tiếp</source>
            <translation>Call next</translation>
        </message>
        <message>
            <source>Gọi lại</source>
            <translation>Recall</translation>
        </message>
        <message>
            <source>Vắng mặt</source>
            <translation>Absent</translation>
        </message>
        <message>
            <source>Tạm gác</source>
            <translation>Park</translation>
        </message>
        <message>
            <source>Chuyển</source>
            <translation>Transfer</translation>
        </message>
        <message>
            <source>Hoàn tất</source>
            <translation>Finish</translation>
        </message>
        <message>
            <source>Đổi quầy</source>
            <translation>Change counter</translation>
        </message>
        <message>
            <source>Làm tiếp</source>
            <translation>Go on</translation>
        </message>
        <message>
            <source>Tạm nghỉ</source>
            <translation>Pause</translation>
        </message>
    </context>
    <context>
        <name>Reception</name>
        <message>
            <source>Cá nhân</source>
            <translation>Person</translation>
        </message>
        <message>
            <source>Tổ chức</source>
            <translation>Organisation</translation>
        </message>
        <message>
            <source>Nộp theo ủy quyền</source>
            <translation>Submitted under authorisation</translation>
        </message>
        <message>
            <source>Sửa thông tin</source>
            <translation>Edit</translation>
        </message>
        <message>
            <source>Quét mã QR trên thẻ căn cước</source>
            <translation>Scan the QR code of the ID card</translation>
        </message>
        <message>
            <source>Quét ở bất kỳ ô nào cũng được.</source>
            <translation>Scanning works from any field.</translation>
        </message>
        <message>
            <source>Mã QR trên thẻ căn cước</source>
            <translation>QR code of the identity card</translation>
        </message>
        <message>
            <source>Ngày sinh</source>
            <translation>Date of birth</translation>
        </message>
        <message>
            <source>Người đại diện theo pháp luật</source>
            <translation>Legal representative</translation>
        </message>
        <message>
            <source>Địa chỉ</source>
            <translation>Address</translation>
        </message>
        <message>
            <source>Số điện thoại</source>
            <translation>Telephone</translation>
        </message>
        <message>
            <source>Thư điện tử</source>
            <translation>Email</translation>
        </message>
        <message>
            <source>Họ và tên</source>
            <translation>Full name</translation>
        </message>
        <message>
            <source>Tên tổ chức</source>
            <translation>Name of the organisation</translation>
        </message>
        <message>
            <source>Số định danh, hộ chiếu</source>
            <translation>ID or passport number</translation>
        </message>
        <message>
            <source>Mã số thuế, mã định danh</source>
            <translation>Tax code or organisation number</translation>
        </message>
        <message>
            <source>Xem hồ sơ đó</source>
            <translation>See that dossier</translation>
        </message>
        <message>
            <source>Không có thủ tục nào khớp “{query}”. Xin thử ít chữ hơn, hoặc mã thủ tục.</source>
            <translation>No procedure matches “{query}”. Try fewer letters, or the code.</translation>
        </message>
        <message>
            <source>Chọn thủ tục để thấy ngày hẹn trả.</source>
            <translation>Choose a procedure to see the promised date.</translation>
        </message>
        <message>
            <source>Đang tính ngày hẹn…</source>
            <translation>Working out the date…</translation>
        </message>
        <message>
            <source>Không quy định thời hạn</source>
            <translation>No time limit is set</translation>
        </message>
        <message>
            <source>{amount} mỗi {unit}</source>
            <translation>{amount} per {unit}</translation>
        </message>
        <message>
            <source>Chỉ xuất trình</source>
            <translation>Shown only</translation>
        </message>
        <message>
            <source>Không yêu cầu nộp</source>
            <translation>Not asked for</translation>
        </message>
        <message>
            <source>Đã có trong {database}</source>
            <translation>Already in: {database}</translation>
        </message>
        <message>
            <source>Nguồn: {source}</source>
            <translation>Source: {source}</translation>
        </message>
        <message>
            <source>thủ tục</source>
            <translation>the procedure</translation>
        </message>
        <message>
            <source>họ tên người nộp</source>
            <translation>the applicant's name</translation>
        </message>
        <message>
            <source>ngày sinh đúng dạng 31/12/1990</source>
            <translation>a birth date like 31/12/1990</translation>
        </message>
        <message>
            <source>họ tên người được ủy quyền</source>
            <translation>the authorised person's name</translation>
        </message>
        <message>
            <source>giấy ủy quyền</source>
            <translation>the paper of authorisation</translation>
        </message>
        <message>
            <source>giấy tờ đã nộp</source>
            <translation>the papers handed in</translation>
        </message>
        <message>
            <source>lệ phí bằng số</source>
            <translation>the fee as a number</translation>
        </message>
        <message>
            <source>giấy tờ cần bổ sung</source>
            <translation>what has to be completed</translation>
        </message>
        <message>
            <source>lý do</source>
            <translation>the reason</translation>
        </message>
        <message>
            <source>Còn thiếu: {listed}.</source>
            <translation>Still missing: {listed}.</translation>
        </message>
        <message>
            <source>Cho số {label}</source>
            <translation>For number {label}</translation>
        </message>
        <message>
            <source>In Giấy tiếp nhận</source>
            <translation>Print the receipt</translation>
        </message>
        <message>
            <source>In lại</source>
            <translation>Print again</translation>
        </message>
        <message>
            <source>Thu phí {amount}</source>
            <translation>Collect {amount}</translation>
        </message>
        <message>
            <source>Đã thu {amount}</source>
            <translation>{amount} collected</translation>
        </message>
        <message>
            <source>Chuyển hồ sơ đến {agency} trong một ngày làm việc. {counts}</source>
            <translation>The dossier must reach {agency} within one working day. {counts}</translation>
        </message>
        <message>
            <source>Thủ tục trả kết quả ngay: không cần Giấy tiếp nhận, trừ khi người dân yêu cầu.</source>
            <translation>Immediate result: no receipt is needed unless the citizen asks for it.</translation>
        </message>
        <message>
            <source>Trao Giấy tiếp nhận cho người nộp; mã QR trên giấy dùng để tra cứu và nhận kết quả.</source>
            <translation>Give the receipt to the applicant; its QR code is for following the dossier and collecting the result.</translation>
        </message>
        <message>
            <source>Chưa có ngày hẹn</source>
            <translation>No date yet</translation>
        </message>
        <message>
            <source>Thời hạn tính từ khi {agency} nhận hồ sơ.</source>
            <translation>The time limit counts from when {agency} receives it.</translation>
        </message>
        <message>
            <source>{name}; người nộp: {submitter}</source>
            <translation>{name}; submitted by {submitter}</translation>
        </message>
        <message>
            <source>Người ủy quyền (chủ hồ sơ)</source>
            <translation>Authorising person (the applicant)</translation>
        </message>
        <message>
            <source>Người nộp hồ sơ</source>
            <translation>Applicant</translation>
        </message>
        <message>
            <source>Hồ sơ thứ {number} của {name}</source>
            <translation>Dossier no. {number} of {name}</translation>
        </message>
        <message>
            <source>Theo danh mục, thủ tục này dành cho tổ chức; xin kiểm tra lại.</source>
            <translation>The catalogue names this procedure for organisations; please check.</translation>
        </message>
        <message>
            <source>Theo danh mục, thủ tục này dành cho cá nhân; xin kiểm tra lại.</source>
            <translation>The catalogue names this procedure for citizens; please check.</translation>
        </message>
        <message>
            <source>Số cuối của mã số thuế không khớp các số trước; xin đối chiếu. Vẫn tiếp nhận được.</source>
            <translation>The last digit of the tax code does not fit the others; please compare. It can be received all the same.</translation>
        </message>
        <message>
            <source>Mã số thuế thường có 10 số, hoặc 10 số và 3 số của chi nhánh; xin đối chiếu. Vẫn tiếp nhận được.</source>
            <translation>A tax code has 10 digits, or 10 and 3 for a branch; please compare. It can be received all the same.</translation>
        </message>
        <message>
            <source>họ tên {value}</source>
            <translation>name {value}</translation>
        </message>
        <message>
            <source>ngày sinh {value}</source>
            <translation>born {value}</translation>
        </message>
        <message>
            <source>người đại diện {value}</source>
            <translation>representative {value}</translation>
        </message>
        <message>
            <source>địa chỉ {value}</source>
            <translation>address {value}</translation>
        </message>
        <message>
            <source>số điện thoại {value}</source>
            <translation>telephone {value}</translation>
        </message>
        <message>
            <source>thư điện tử {value}</source>
            <translation>email {value}</translation>
        </message>
        <message>
            <source>Lần trước đã cho: {listed}.</source>
            <translation>Given last time: {listed}.</translation>
        </message>
        <message>
            <source>Điền lại như lần trước ({day})</source>
            <translation>Fill in as last time ({day})</translation>
        </message>
        <message>
            <source>Người này đang có {count} hồ sơ cùng thủ tục: {listed}.</source>
            <translation>Open dossiers of the same procedure ({count}): {listed}.</translation>
        </message>
        <message>
            <source>Hồ sơ khác đang giải quyết ({count}): {listed}.</source>
            <translation>Other open dossiers ({count}): {listed}.</translation>
        </message>
        <message>
            <source>{code}, nộp {day}</source>
            <translation>{code}, received {day}</translation>
        </message>
        <message>
            <source>Bản chính</source>
            <translation>Originals</translation>
        </message>
        <message>
            <source>Bản sao</source>
            <translation>Copies</translation>
        </message>
        <message>
            <source>Nguồn</source>
            <translation>Source</translation>
        </message>
        <message>
            <source>Bản chính: {name}</source>
            <translation>Originals: {name}</translation>
        </message>
        <message>
            <source>Bản sao: {name}</source>
            <translation>Copies: {name}</translation>
        </message>
        <message>
            <source>Hướng dẫn (Mẫu 02)</source>
            <translation>Guidance (Form 02)</translation>
        </message>
        <message>
            <source>Từ chối (Mẫu 03)</source>
            <translation>Refusal (Form 03)</translation>
        </message>
        <message>
            <source>Nội dung khác cần hoàn thiện (cách nhau bằng dấu chấm phẩy)</source>
            <translation>Anything else to complete (separated by semicolons)</translation>
        </message>
        <message>
            <source>Lý do</source>
            <translation>Reason</translation>
        </message>
        <message>
            <source>In phiếu</source>
            <translation>Print</translation>
        </message>
        <message>
            <source>Đóng phần này</source>
            <translation>Close this part</translation>
        </message>
        <message>
            <source>Từ chối tiếp nhận (Mẫu 03)</source>
            <translation>Refusal to receive (Form 03)</translation>
        </message>
        <message>
            <source>Hướng dẫn bổ sung (Mẫu 02)</source>
            <translation>What has to be completed (Form 02)</translation>
        </message>
        <message>
            <source>Nêu rõ lý do; không có hồ sơ nào được lập. Nội dung đang nhập vẫn còn.</source>
            <translation>Give the reason; no dossier comes of it. What is typed stays.</translation>
        </message>
        <message>
            <source>Hướng dẫn một lần, đầy đủ; không có hồ sơ nào được lập. Nội dung đang nhập vẫn còn.</source>
            <translation>Say everything at once; no dossier comes of it. What is typed stays.</translation>
        </message>
        <message>
            <source>Cần bổ sung: {name}</source>
            <translation>To be completed: {name}</translation>
        </message>
        <message>
            <source>Đã in Giấy tiếp nhận hồ sơ {code}.</source>
            <translation>The receipt of dossier {code} has been printed.</translation>
        </message>
        <message>
            <source>Đã in Phiếu từ chối; nội dung đang nhập vẫn còn.</source>
            <translation>The refusal was printed; what is typed stays.</translation>
        </message>
        <message>
            <source>Đã in Phiếu yêu cầu bổ sung; nội dung đang nhập vẫn còn.</source>
            <translation>The request was printed; what is typed stays.</translation>
        </message>
        <message>
            <source>Lấy lại</source>
            <translation>Have it back</translation>
        </message>
        <message>
            <source>Đã mở phiếu mới; nội dung đang nhập có thể lấy lại.</source>
            <translation>A new form is open; what you were typing can be had back.</translation>
        </message>
        <message>
            <source>Đã lấy lại phiếu đang nhập dở.</source>
            <translation>The half-typed form is back.</translation>
        </message>
        <message>
            <source>Cách nộp</source>
            <translation>Submitted</translation>
        </message>
        <message>
            <source>Số bộ</source>
            <translation>Sets</translation>
        </message>
        <message>
            <source>Phí, lệ phí (đồng)</source>
            <translation>Fee (VND)</translation>
        </message>
        <message>
            <source>Nhận kết quả</source>
            <translation>Result to be collected</translation>
        </message>
        <message>
            <source>Trực tiếp</source>
            <translation>In person</translation>
        </message>
        <message>
            <source>Bưu chính</source>
            <translation>By post</translation>
        </message>
        <message>
            <source>Trực tuyến</source>
            <translation>Online</translation>
        </message>
        <message>
            <source>Tại Bộ phận Một cửa</source>
            <translation>At the one-stop office</translation>
        </message>
        <message>
            <source>Qua bưu chính</source>
            <translation>By post</translation>
        </message>
        <message>
            <source>Bản điện tử</source>
            <translation>Electronically</translation>
        </message>
        <message>
            <source>Địa chỉ bưu điện giao kết quả</source>
            <translation>Address the post brings the result to</translation>
        </message>
        <message>
            <source>Để trống: địa chỉ của chủ hồ sơ</source>
            <translation>Empty: the applicant's address</translation>
        </message>
        <message>
            <source>Cơ quan giải quyết</source>
            <translation>Who decides it</translation>
        </message>
        <message>
            <source>Có người khác nhận kết quả thay</source>
            <translation>Somebody else may collect</translation>
        </message>
        <message>
            <source>Họ và tên người nhận thay</source>
            <translation>Collector's full name</translation>
        </message>
        <message>
            <source>Số định danh người nhận thay</source>
            <translation>Collector's identity number</translation>
        </message>
        <message>
            <source>Giấy ủy quyền nhận (số, ngày)</source>
            <translation>Paper of authorisation to collect</translation>
        </message>
        <message>
            <source>Cơ quan tại địa phương này</source>
            <translation>An agency of this place</translation>
        </message>
        <message>
            <source>Nộp hộ: {agency}</source>
            <translation>Received for: {agency}</translation>
        </message>
        <message>
            <source>Người được ủy quyền, đang ở quầy</source>
            <translation>Authorised person, at the counter</translation>
        </message>
        <message>
            <source>Tài khoản định danh được kiểm tra là của người ủy quyền (Nghị định 118/2025, Điều 17 khoản 1 điểm a).</source>
            <translation>The e-identity account to check is the authorising person's (Decree 118/2025, Art. 17(1)(a)).</translation>
        </message>
        <message>
            <source>Đổi chỗ hai người</source>
            <translation>Exchange the two</translation>
        </message>
        <message>
            <source>Thẻ quét tiếp theo điền cho</source>
            <translation>The next card fills in</translation>
        </message>
        <message>
            <source>Người được ủy quyền</source>
            <translation>Authorised person</translation>
        </message>
        <message>
            <source>Người ủy quyền</source>
            <translation>Authorising person</translation>
        </message>
        <message>
            <source>Chuyển</source>
            <translation>Switch</translation>
        </message>
        <message>
            <source>Số định danh người được ủy quyền</source>
            <translation>Authorised person's identity number</translation>
        </message>
        <message>
            <source>Họ và tên người được ủy quyền</source>
            <translation>Authorised person's full name</translation>
        </message>
        <message>
            <source>Điện thoại người được ủy quyền</source>
            <translation>Authorised person's telephone</translation>
        </message>
        <message>
            <source>Giấy ủy quyền (số, ngày)</source>
            <translation>Paper of authorisation (number, date)</translation>
        </message>
        <message>
            <source>Người này cũng được nhận kết quả</source>
            <translation>This person may collect the result too</translation>
        </message>
        <message>
            <source>Đã tiếp nhận hồ sơ</source>
            <translation>Dossier received</translation>
        </message>
        <message>
            <source>Hẹn trả kết quả</source>
            <translation>Result promised for</translation>
        </message>
        <message>
            <source>Hồ sơ mới</source>
            <translation>New dossier</translation>
        </message>
        <message>
            <source>Thêm hồ sơ cho người này</source>
            <translation>Another for this person</translation>
        </message>
        <message>
            <source>Đã điền từ thẻ căn cước: xin đối chiếu với người nộp.</source>
            <translation>Filled in from the identity card; please compare with the person.</translation>
        </message>
        <message>
            <source>Đã đổi chỗ hai người.</source>
            <translation>The two were exchanged.</translation>
        </message>
        <message>
            <source>Đã điền lại như lần trước: xin hỏi người nộp có gì thay đổi.</source>
            <translation>Filled in as last time: ask the applicant whether anything has changed.</translation>
        </message>
        <message>
            <source>Hoàn tác</source>
            <translation>Undo</translation>
        </message>
        <message>
            <source>Tiếp nhận hồ sơ</source>
            <translation>Receive a dossier</translation>
        </message>
        <message>
            <source>Phiếu mới</source>
            <translation>New form</translation>
        </message>
        <message>
            <source>Thủ tục (F8)</source>
            <translation>Procedure (F8)</translation>
        </message>
        <message>
            <source>Tìm thủ tục</source>
            <translation>Search for a procedure</translation>
        </message>
        <message>
            <source>Thủ tục tìm thấy</source>
            <translation>Procedures found</translation>
        </message>
        <message>
            <source>Giấy tờ</source>
            <translation>Papers</translation>
        </message>
        <message>
            <source>Giấy tờ đã nộp (cách nhau bằng dấu chấm phẩy)</source>
            <translation>Papers handed in (separated by semicolons)</translation>
        </message>
        <message>
            <source>Tiếp nhận</source>
            <translation>Receive</translation>
        </message>
        <message>
            <source>Đổi sang thủ tục khác</source>
            <translation>Change to another procedure</translation>
        </message>
        <message>
            <source>Gõ tên, mã hoặc chữ đầu, không cần dấu: khai sinh, dkks, 1.001193</source>
            <translation>Name, code or initials, no diacritics needed: khai sinh, dkks, 1.001193</translation>
        </message>
        <message>
            <source>Danh mục giấy tờ hiện ra khi đã chọn thủ tục.</source>
            <translation>The list of papers appears once a procedure is chosen.</translation>
        </message>
        <message>
            <source>Danh mục chưa nêu giấy tờ của thủ tục này; xin ghi những gì đã nhận.</source>
            <translation>The catalogue names no papers for this procedure; write down what was handed in.</translation>
        </message>
        <message>
            <source>Đánh dấu những gì đã nhận. Chỉ yêu cầu giấy tờ có trong danh mục này.</source>
            <translation>Tick what was handed in. Only papers on this list may be asked for.</translation>
        </message>
    </context>
    <context>
        <name>Results</name>
        <message>
            <source>Quét Giấy tiếp nhận của người dân, hoặc chọn trong danh sách.</source>
            <translation>Scan the citizen's receipt, or choose from the list.</translation>
        </message>
        <message>
            <source>Tình trạng</source>
            <translation>Where it is</translation>
        </message>
        <message>
            <source>Hẹn trả</source>
            <translation>Promised</translation>
        </message>
        <message>
            <source>Kết quả</source>
            <translation>Result</translation>
        </message>
        <message>
            <source>Giấy tờ đã nộp</source>
            <translation>Papers handed in</translation>
        </message>
        <message>
            <source>Thu phí</source>
            <translation>Collect</translation>
        </message>
        <message>
            <source>Trả kết quả</source>
            <translation>Return the result</translation>
        </message>
        <message>
            <source>Đã trả kết quả</source>
            <translation>Result returned</translation>
        </message>
        <message>
            <source>Mời ông/bà quét mã bằng điện thoại để đánh giá việc phục vụ.</source>
            <translation>Please scan the code with your phone to rate the service.</translation>
        </message>
        <message>
            <source>Mã QR để đánh giá</source>
            <translation>QR code for the rating</translation>
        </message>
        <message>
            <source>Người tiếp theo</source>
            <translation>Next person</translation>
        </message>
        <message>
            <source>⚠ Còn {amount} phải thu</source>
            <translation>⚠ {amount} still to be paid</translation>
        </message>
        <message>
            <source>Không quy định thời hạn</source>
            <translation>No time limit is set</translation>
        </message>
        <message>
            <source>Có thể trả kết quả.</source>
            <translation>The result may be returned.</translation>
        </message>
        <message>
            <source>Chưa có</source>
            <translation>None yet</translation>
        </message>
        <message>
            <source>Đồng ý giải quyết</source>
            <translation>Granted</translation>
        </message>
        <message>
            <source>Từ chối giải quyết</source>
            <translation>Refused</translation>
        </message>
        <message>
            <source>{count} bản chính</source>
            <translation>originals: {count}</translation>
        </message>
        <message>
            <source>{count} bản sao</source>
            <translation>copies: {count}</translation>
        </message>
        <message>
            <source>Đã điền người nhận từ thẻ căn cước: xin đối chiếu với người đến nhận.</source>
            <translation>Filled in from the identity card: please compare with the person.</translation>
        </message>
        <message>
            <source>Đã trả kết quả hồ sơ {code}.</source>
            <translation>The result of dossier {code} has been returned.</translation>
        </message>
        <message>
            <source>Quét mã QR trên Giấy tiếp nhận, hoặc gõ mã hồ sơ rồi Enter (F8)</source>
            <translation>Scan the receipt's QR code, or type the dossier's code and press Enter (F8)</translation>
        </message>
        <message>
            <source>Kết quả chờ trả</source>
            <translation>Results to be collected</translation>
        </message>
        <message>
            <source>Chờ trả: {count}</source>
            <translation>To be collected: {count}</translation>
        </message>
        <message>
            <source>Người nhận</source>
            <translation>Collected by</translation>
        </message>
        <message>
            <source>Người nộp hồ sơ</source>
            <translation>The applicant</translation>
        </message>
        <message>
            <source>Người được ủy quyền</source>
            <translation>An authorised person</translation>
        </message>
        <message>
            <source>Họ tên người được ủy quyền</source>
            <translation>Name of the authorised person</translation>
        </message>
        <message>
            <source>Số giấy tờ tùy thân</source>
            <translation>Identity number</translation>
        </message>
        <message>
            <source>Giấy ủy quyền</source>
            <translation>Authorisation paper</translation>
        </message>
        <message>
            <source>Số, ngày, nơi chứng thực</source>
            <translation>Number, date, certified by</translation>
        </message>
        <message>
            <source>Mất Giấy tiếp nhận</source>
            <translation>Receipt not here</translation>
        </message>
        <message>
            <source>Đã xem giấy tùy thân</source>
            <translation>Identity paper seen</translation>
        </message>
        <message>
            <source>Trả lại bản chính</source>
            <translation>Originals given back</translation>
        </message>
        <message>
            <source>Ghi khi tiếp nhận</source>
            <translation>Recorded at reception</translation>
        </message>
    </context>
    <context>
        <name>Scans</name>
        <message>
            <source>Bản quét</source>
            <translation>Scans</translation>
        </message>
        <message>
            <source>Chọn tệp…</source>
            <translation>Choose files…</translation>
        </message>
        <message>
            <source>Kéo tệp PDF hoặc ảnh thả vào đây; tệp được đính kèm ngay sau khi tiếp nhận.</source>
            <translation>Drop PDF files or pictures here; they are attached as soon as the dossier is received.</translation>
        </message>
        <message>
            <source>Bỏ</source>
            <translation>Remove</translation>
        </message>
        <message>
            <source>Bỏ tệp {name}</source>
            <translation>Remove the file {name}</translation>
        </message>
        <message>
            <source>Chưa rõ là giấy tờ nào</source>
            <translation>No paper chosen yet</translation>
        </message>
        <message>
            <source>{count} trang</source>
            <translation>Pages: {count}</translation>
        </message>
        <message>
            <source>✓ An toàn ở máy chủ</source>
            <translation>✓ Safe at the server</translation>
        </message>
        <message>
            <source>Đang gửi {sent}/{pieces}</source>
            <translation>Sending {sent}/{pieces}</translation>
        </message>
        <message>
            <source>Chờ gửi · đã lưu ở máy này</source>
            <translation>To be sent · saved here</translation>
        </message>
        <message>
            <source>Đang tải {arrived}/{pieces}</source>
            <translation>Fetching {arrived}/{pieces}</translation>
        </message>
        <message>
            <source>Ở quầy khác · chưa lên máy chủ</source>
            <translation>At another counter · not sent yet</translation>
        </message>
        <message>
            <source>Bản quét ({count})</source>
            <translation>Scans ({count})</translation>
        </message>
        <message>
            <source>Chưa chọn hồ sơ nào.</source>
            <translation>No dossier is chosen.</translation>
        </message>
        <message>
            <source>Đang đọc tệp… còn {count}</source>
            <translation>Reading files… {count} to go</translation>
        </message>
        <message>
            <source>Hồ sơ này chưa có bản quét.</source>
            <translation>This dossier has no scans.</translation>
        </message>
        <message>
            <source>Chưa có bản quét. Kéo tệp PDF hoặc ảnh thả vào đây, hoặc chọn tệp.</source>
            <translation>No scans yet. Drop PDF files or pictures here, or choose files.</translation>
        </message>
        <message>
            <source>Kéo thêm tệp PDF hoặc ảnh thả vào đây, hoặc chọn tệp.</source>
            <translation>Drop more PDF files or pictures here, or choose files.</translation>
        </message>
        <message>
            <source>Không đọc được thư mục của máy quét. Hãy kiểm tra thư mục hoặc đường mạng.</source>
            <translation>The scanner's folder cannot be read. Check the folder or the network.</translation>
        </message>
        <message>
            <source>Bản quét mới: {name}</source>
            <translation>New scan: {name}</translation>
        </message>
        <message>
            <source>Bản quét mới: {name}, và {more} tệp nữa</source>
            <translation>New scan: {name}, and {more} more</translation>
        </message>
        <message>
            <source>Chọn một bản quét để xem.</source>
            <translation>Choose a scan to look at.</translation>
        </message>
        <message>
            <source>Quầy đã quét chưa gửi xong.</source>
            <translation>Not yet sent by its counter.</translation>
        </message>
        <message>
            <source>Đang tải từ máy chủ về…</source>
            <translation>Fetching from the server…</translation>
        </message>
        <message>
            <source>Trang {page}/{pages}</source>
            <translation>Page {page}/{pages}</translation>
        </message>
        <message>
            <source>Chọn bản quét</source>
            <translation>Choose scans</translation>
        </message>
        <message>
            <source>Bản quét (*.pdf *.jpg *.jpeg *.png *.tif *.tiff)</source>
            <translation>Scans (*.pdf *.jpg *.jpeg *.png *.tif *.tiff)</translation>
        </message>
        <message>
            <source>Đính kèm</source>
            <translation>Attach</translation>
        </message>
        <message>
            <source>Bỏ qua</source>
            <translation>Skip</translation>
        </message>
        <message>
            <source>Trước</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>Sau</source>
            <translation>Next</translation>
        </message>
        <message>
            <source>Bản này là giấy tờ</source>
            <translation>This scan shows</translation>
        </message>
        <message>
            <source>Gỡ</source>
            <translation>Take out</translation>
        </message>
        <message>
            <source>Trang của bản quét</source>
            <translation>Page of the scan</translation>
        </message>
        <message>
            <source>Đã đính kèm bản quét; bản quét đã lưu trên máy này.</source>
            <translation>The scan is attached; it is saved on this machine.</translation>
        </message>
        <message>
            <source>Hoàn tác</source>
            <translation>Undo</translation>
        </message>
        <message>
            <source>Đã gỡ bản quét khỏi hồ sơ.</source>
            <translation>The scan was taken out of the dossier.</translation>
        </message>
        <message>
            <source>Bản quét tiếp theo là giấy tờ</source>
            <translation>The next scan shows</translation>
        </message>
        <message>
            <source>Các bản quét của hồ sơ</source>
            <translation>Scans of the dossier</translation>
        </message>
    </context>
    <context>
        <name>Shell</name>
        <message>
            <source>Quầy Một cửa</source>
            <translation>One-stop counter</translation>
        </message>
        <message>
            <source>Đóng</source>
            <translation>Close</translation>
        </message>
        <message>
            <source>Một cửa</source>
            <translation>One-stop</translation>
        </message>
        <message>
            <source>Tiếp nhận</source>
            <translation>Receive</translation>
        </message>
        <message>
            <source>Bàn giao</source>
            <translation>Handover</translation>
        </message>
        <message>
            <source>Có kết quả</source>
            <translation>Result ready</translation>
        </message>
        <message>
            <source>Trả kết quả</source>
            <translation>Results</translation>
        </message>
        <message>
            <source>Thời hạn</source>
            <translation>Deadlines</translation>
        </message>
        <message>
            <source>Tra cứu</source>
            <translation>Dossiers</translation>
        </message>
        <message>
            <source>Thu phí</source>
            <translation>Fees</translation>
        </message>
        <message>
            <source>Điều hành</source>
            <translation>Team leader</translation>
        </message>
        <message>
            <source>Lịch làm việc</source>
            <translation>Calendar</translation>
        </message>
        <message>
            <source>Giấy tờ</source>
            <translation>Papers</translation>
        </message>
        <message>
            <source>Nhận gửi</source>
            <translation>Post intake</translation>
        </message>
        <message>
            <source>Chuyển phát</source>
            <translation>Delivery</translation>
        </message>
        <message>
            <source>Khóa</source>
            <translation>Lock</translation>
        </message>
        <message>
            <source>Kết thúc</source>
            <translation>Sign out</translation>
        </message>
        <message>
            <source>Chữ lớn</source>
            <translation>Large text</translation>
        </message>
        <message>
            <source>Tương phản cao</source>
            <translation>High contrast</translation>
        </message>
        <message>
            <source>English</source>
            <translation>Tiếng Việt</translation>
        </message>
        <message>
            <source>cần xử lý: {count}</source>
            <translation>to see to: {count}</translation>
        </message>
        <message>
            <source>Đã lưu an toàn tại bộ phận</source>
            <translation>Safe in the office</translation>
        </message>
        <message>
            <source>Chưa đồng bộ: {count} · đã lưu an toàn trên máy này</source>
            <translation>Not sent yet: {count} · saved safely on this machine</translation>
        </message>
        <message>
            <source>Mất kết nối · mọi việc đã lưu an toàn</source>
            <translation>No connection · everything is saved safely</translation>
        </message>
        <message>
            <source>Bản quét chưa gửi: {count} · đã lưu an toàn trên máy này</source>
            <translation>Scans to be sent: {count} · saved on this machine</translation>
        </message>
        <message>
            <source>Đã đồng bộ</source>
            <translation>In step with the server</translation>
        </message>
        <message>
            <source>Tỉnh chưa nhận: {count}</source>
            <translation>Not yet in the province: {count}</translation>
        </message>
        <message>
            <source>Tỉnh đã nhận đủ</source>
            <translation>All in the province</translation>
        </message>
        <message>
            <source>Chưa từng liên lạc với máy chủ</source>
            <translation>Never in contact with the server</translation>
        </message>
        <message>
            <source>Liên lạc với máy chủ lần cuối lúc {moment}</source>
            <translation>Last contact with the server at {moment}</translation>
        </message>
    </context>
    <context>
        <name>SignIn</name>
        <message>
            <source>Hồ sơ giấy nhận trước 15 giờ phải bàn giao trong ngày, nhận sau 15 giờ thì đầu giờ ngày làm việc sau (Nghị định 118/2025, Điều 18).</source>
            <translation>Paper received before 15:00 is handed over the same day, after 15:00 first thing next working day (Decree 118/2025, Art. 18).</translation>
        </message>
        <message>
            <source>Hồ sơ chưa bàn giao</source>
            <translation>Dossiers not handed over</translation>
        </message>
        <message>
            <source>Lập bàn giao</source>
            <translation>Hand over</translation>
        </message>
        <message>
            <source>Vẫn đóng quầy</source>
            <translation>Close all the same</translation>
        </message>
        <message>
            <source>Làm tiếp</source>
            <translation>Go on working</translation>
        </message>
        <message>
            <source>Chưa bàn giao trước khi đóng quầy: {count}</source>
            <translation>Not handed over before closing: {count}</translation>
        </message>
        <message>
            <source>Nhận {time}</source>
            <translation>Received {time}</translation>
        </message>
        <message>
            <source>Đã mở quầy {number}.</source>
            <translation>Counter {number} is open.</translation>
        </message>
        <message>
            <source>Tên đăng nhập</source>
            <translation>Sign-in name</translation>
        </message>
        <message>
            <source>Dùng mật khẩu</source>
            <translation>Use the password</translation>
        </message>
        <message>
            <source>Đổi người</source>
            <translation>Change person</translation>
        </message>
        <message>
            <source>Mã PIN</source>
            <translation>PIN</translation>
        </message>
        <message>
            <source>Mật khẩu</source>
            <translation>Password</translation>
        </message>
        <message>
            <source>Quầy Một cửa</source>
            <translation>One-stop counter</translation>
        </message>
        <message>
            <source>Chọn quầy làm việc</source>
            <translation>Choose your counter</translation>
        </message>
        <message>
            <source>Màn hình đã khóa</source>
            <translation>The screen is locked</translation>
        </message>
        <message>
            <source>Đăng nhập để bắt đầu. Không cần có mạng.</source>
            <translation>Sign in to begin. No network is needed.</translation>
        </message>
        <message>
            <source>Xin chào {name}. Hôm nay ngồi quầy nào?</source>
            <translation>Welcome, {name}. Which counter today?</translation>
        </message>
        <message>
            <source>Mở khóa</source>
            <translation>Unlock</translation>
        </message>
        <message>
            <source>Đăng nhập</source>
            <translation>Sign in</translation>
        </message>
        <message>
            <source>{name} nhập mã PIN để làm tiếp. Mọi việc vẫn còn nguyên.</source>
            <translation>{name}, enter your PIN to go on. Everything is as you left it.</translation>
        </message>
        <message>
            <source>{name} nhập mật khẩu để làm tiếp. Mọi việc vẫn còn nguyên.</source>
            <translation>{name}, enter your password to go on. Everything is as you left it.</translation>
        </message>
        <message>
            <source>Quầy {number}</source>
            <translation>Counter {number}</translation>
        </message>
        <message>
            <source>Làm việc không mở quầy</source>
            <translation>Work without a counter</translation>
        </message>
        <message>
            <source>Đã đóng quầy; {labels} trở lại hàng chờ.</source>
            <translation>The counter is closed; {labels} wait in line again.</translation>
        </message>
    </context>
    <context>
        <name>Steps</name>
        <message>
            <source>Đề nghị</source>
            <translation>Asked for</translation>
        </message>
        <message>
            <source>Thời hạn trả lời</source>
            <translation>Time to answer</translation>
        </message>
        <message>
            <source>Nội dung cụ thể</source>
            <translation>In detail</translation>
        </message>
        <message>
            <source>Kết thúc</source>
            <translation>How it ends</translation>
        </message>
        <message>
            <source>Nhận về với</source>
            <translation>Comes back with</translation>
        </message>
        <message>
            <source>Người của cơ quan đó ký giao trên giấy</source>
            <translation>Agency's signer on paper</translation>
        </message>
        <message>
            <source>Cơ quan trả lời</source>
            <translation>Which agency</translation>
        </message>
        <message>
            <source>Hỏi cơ quan</source>
            <translation>Ask the agency</translation>
        </message>
        <message>
            <source>Ngày nhận</source>
            <translation>Received on</translation>
        </message>
        <message>
            <source>Ngày ký giao</source>
            <translation>Signed on</translation>
        </message>
        <message>
            <source>Lúc</source>
            <translation>At</translation>
        </message>
        <message>
            <source>Hỏi cơ quan phối hợp</source>
            <translation>Ask another agency</translation>
        </message>
        <message>
            <source>Cơ quan đã trả lời</source>
            <translation>The agency has answered</translation>
        </message>
        <message>
            <source>Cơ quan có thẩm quyền đã nhận</source>
            <translation>The competent agency has it</translation>
        </message>
        <message>
            <source>Nhận về từ cơ quan khác</source>
            <translation>Take it back from an agency</translation>
        </message>
        <message>
            <source>Nêu rõ nội dung và thời hạn trả lời; ngày hẹn trả không đổi.</source>
            <translation>Say what is asked and until when; the promised date stays.</translation>
        </message>
        <message>
            <source>Ghi khi văn bản trả lời đã đến, hoặc không cần nữa.</source>
            <translation>When the answer has come, or is not needed any more.</translation>
        </message>
        <message>
            <source>Thời hạn giải quyết tính từ lúc cơ quan đó nhận hồ sơ.</source>
            <translation>The time limit counts from when that agency received it.</translation>
        </message>
        <message>
            <source>Ghi kết quả, nếu có, và người giao đã ký trên giấy.</source>
            <translation>With its result, if any, and who signed it over on paper.</translation>
        </message>
        <message>
            <source>Ghi trả lời</source>
            <translation>Record the answer</translation>
        </message>
        <message>
            <source>Ghi đã nhận và tính thời hạn</source>
            <translation>Record it and start the time limit</translation>
        </message>
        <message>
            <source>Nhận về</source>
            <translation>Take it back</translation>
        </message>
        <message>
            <source>Đã hỏi cơ quan phối hợp về hồ sơ {code}.</source>
            <translation>The agency was asked about dossier {code}.</translation>
        </message>
        <message>
            <source>Đã ghi trả lời về hồ sơ {code}.</source>
            <translation>The answer about dossier {code} was recorded.</translation>
        </message>
        <message>
            <source>Hồ sơ {code}: thời hạn giải quyết đã bắt đầu tính.</source>
            <translation>Dossier {code}: the time limit has begun.</translation>
        </message>
        <message>
            <source>Đã nhận hồ sơ {code} về từ cơ quan khác.</source>
            <translation>Dossier {code} is back from the agency.</translation>
        </message>
        <message>
            <source>Chọn cơ quan.</source>
            <translation>Choose an agency.</translation>
        </message>
        <message>
            <source>Ghi nội dung đề nghị phối hợp.</source>
            <translation>Say what the agency is asked for.</translation>
        </message>
        <message>
            <source>Ghi họ tên người của cơ quan đó đã ký trên giấy.</source>
            <translation>Enter the name of who signed on paper for the agency.</translation>
        </message>
        <message>
            <source>Thời điểm phải sau khi hồ sơ được giao và không sau bây giờ.</source>
            <translation>The moment must come after the dossier was given and not after now.</translation>
        </message>
        <message>
            <source>Cho ý kiến</source>
            <translation>Its opinion</translation>
        </message>
        <message>
            <source>Xác minh thông tin</source>
            <translation>To verify facts</translation>
        </message>
        <message>
            <source>Xác định nghĩa vụ tài chính</source>
            <translation>To assess the financial duty</translation>
        </message>
        <message>
            <source>Kiểm tra thực địa</source>
            <translation>To inspect the site</translation>
        </message>
        <message>
            <source>Cung cấp hồ sơ gốc</source>
            <translation>To supply records</translation>
        </message>
        <message>
            <source>Việc khác (ghi rõ)</source>
            <translation>Something else (say what)</translation>
        </message>
        <message>
            <source>Đã có trả lời</source>
            <translation>The answer has come</translation>
        </message>
        <message>
            <source>Không cần nữa (hỏi nhầm, đã có thông tin)</source>
            <translation>Not needed any more (asked by mistake, known already)</translation>
        </message>
        <message>
            <source>Có kết quả: đồng ý</source>
            <translation>With a result: granted</translation>
        </message>
        <message>
            <source>Có kết quả: từ chối</source>
            <translation>With a result: not granted</translation>
        </message>
        <message>
            <source>Chưa có kết quả, chỉ trả lại giấy tờ</source>
            <translation>No result, the papers only</translation>
        </message>
        <message>
            <source>{days} ngày làm việc (đến {weekday} {day})</source>
            <translation>Working days: {days} (until {weekday} {day})</translation>
        </message>
        <message>
            <source>{agency} · {topic} · hạn {day}</source>
            <translation>{agency} · {topic} · by {day}</translation>
        </message>
        <message>
            <source>{said} (quá hạn)</source>
            <translation>{said} (late)</translation>
        </message>
        <message>
            <source>Thời hạn này là của riêng cơ quan được hỏi; ngày hẹn trả kết quả không đổi.</source>
            <translation>This limit is the agency's own; the date promised to the citizen stays.</translation>
        </message>
        <message>
            <source>Hồ sơ phải đến {agency} trong một ngày làm việc kể từ khi tiếp nhận.</source>
            <translation>The dossier must reach {agency} within one working day of its receipt.</translation>
        </message>
        <message>
            <source>Hạn trả lời này muộn hơn ngày đã hẹn với công dân ({due}).</source>
            <translation>This limit ends after the date promised to the citizen ({due}).</translation>
        </message>
        <message>
            <source>Đã quá một ngày làm việc từ khi tiếp nhận; sẽ ghi là chuyển muộn.</source>
            <translation>More than one working day after the receipt; it will be marked as sent late.</translation>
        </message>
        <message>
            <source>Hỏi {agency} về hồ sơ {code}: {topic}. Trả lời trước {until}.</source>
            <translation>Ask {agency} about dossier {code}: {topic}. To answer by {until}.</translation>
        </message>
        <message>
            <source>Không chờ {agency} trả lời về hồ sơ {code} nữa.</source>
            <translation>Wait no longer for the answer of {agency} about dossier {code}.</translation>
        </message>
        <message>
            <source>{agency} đã trả lời về hồ sơ {code}.</source>
            <translation>{agency} has answered about dossier {code}.</translation>
        </message>
        <message>
            <source>{agency} nhận hồ sơ {code} lúc {moment}; thời hạn giải quyết tính từ lúc đó.</source>
            <translation>{agency} received dossier {code} at {moment}; the time limit counts from then.</translation>
        </message>
        <message>
            <source>Nhận hồ sơ {code} về từ {agency}; {name} ký giao lúc {moment}. {outcome}.</source>
            <translation>Take dossier {code} back from {agency}; {name} signed it over at {moment}. {outcome}.</translation>
        </message>
        <message>
            <source>Quay lại</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>Giấy tờ cần bổ sung (cách nhau bằng dấu chấm phẩy)</source>
            <translation>Papers needed (separated by semicolons)</translation>
        </message>
        <message>
            <source>Lý do (in trên phiếu)</source>
            <translation>Reason (printed on the form)</translation>
        </message>
        <message>
            <source>Ngày hẹn lại</source>
            <translation>New date</translation>
        </message>
        <message>
            <source>Xem lại</source>
            <translation>Read it over</translation>
        </message>
        <message>
            <source>Việc này không hoàn tác được. Xin đọc lại rồi mới bấm Ctrl+Enter lần nữa.</source>
            <translation>This cannot be undone. Please read it over before pressing Ctrl+Enter again.</translation>
        </message>
        <message>
            <source>Số, ngày của chứng từ nộp tiền</source>
            <translation>Number and date of the proof of payment</translation>
        </message>
        <message>
            <source>Giấy tờ cần nộp thêm hoặc sửa lại</source>
            <translation>Papers to be added or corrected</translation>
        </message>
        <message>
            <source>Giấy tờ công dân đã mang đến</source>
            <translation>Papers that the citizen has brought</translation>
        </message>
        <message>
            <source>Biểu mẫu đã lập</source>
            <translation>Forms issued</translation>
        </message>
        <message>
            <source>Chưa lập biểu mẫu nào cho hồ sơ này.</source>
            <translation>No form has been issued for this dossier yet.</translation>
        </message>
        <message>
            <source>In lại</source>
            <translation>Print again</translation>
        </message>
        <message>
            <source>chưa in được</source>
            <translation>not printed</translation>
        </message>
        <message>
            <source>Việc có thể làm</source>
            <translation>What can be done</translation>
        </message>
        <message>
            <source>Đang xem hồ sơ…</source>
            <translation>Looking at the dossier…</translation>
        </message>
        <message>
            <source>In</source>
            <translation>Print</translation>
        </message>
        <message>
            <source>Giấy tiếp nhận (Mẫu 01)</source>
            <translation>Receipt (Form 01)</translation>
        </message>
        <message>
            <source>Phiếu kiểm soát (Mẫu 06)</source>
            <translation>Control slip (Form 06)</translation>
        </message>
        <message>
            <source>Phiếu chuyển xử lý</source>
            <translation>Slips to the agencies</translation>
        </message>
        <message>
            <source>Đã in phiếu chuyển xử lý hồ sơ {code}.</source>
            <translation>The slip about dossier {code} was printed.</translation>
        </message>
        <message>
            <source>Đã in {form} số {number}.</source>
            <translation>Printed: {form} no. {number}.</translation>
        </message>
        <message>
            <source>Người yêu cầu</source>
            <translation>Who asks</translation>
        </message>
        <message>
            <source>Cách yêu cầu</source>
            <translation>How it was asked</translation>
        </message>
        <message>
            <source>Họ tên người yêu cầu</source>
            <translation>Name of the person</translation>
        </message>
        <message>
            <source>Văn bản, tin nhắn thể hiện yêu cầu (số, ngày)</source>
            <translation>Paper or message that shows it (number, date)</translation>
        </message>
        <message>
            <source>Ngày yêu cầu</source>
            <translation>Day of the request</translation>
        </message>
        <message>
            <source>Giấy tờ trả lại ngay</source>
            <translation>Papers given back now</translation>
        </message>
        <message>
            <source>Yêu cầu bổ sung</source>
            <translation>Ask for a supplement</translation>
        </message>
        <message>
            <source>Nhận bổ sung</source>
            <translation>Take the supplement</translation>
        </message>
        <message>
            <source>Xong hẹn lần này</source>
            <translation>This appointment is met</translation>
        </message>
        <message>
            <source>Nộp chứng từ tài chính</source>
            <translation>Proof of payment</translation>
        </message>
        <message>
            <source>Xin lỗi, hẹn lại</source>
            <translation>Apologise, new date</translation>
        </message>
        <message>
            <source>Từ chối giải quyết</source>
            <translation>Refuse</translation>
        </message>
        <message>
            <source>Dừng theo yêu cầu</source>
            <translation>Stop on request</translation>
        </message>
        <message>
            <source>Đóng hồ sơ</source>
            <translation>Close the dossier</translation>
        </message>
        <message>
            <source>Mẫu 02. Chỉ được yêu cầu một lần, ghi đủ trong một phiếu.</source>
            <translation>Form 02. May be asked for once, everything on one form.</translation>
        </message>
        <message>
            <source>Nhận đủ giấy tờ thì thời hạn tính lại từ đầu.</source>
            <translation>Once everything is here, the time limit starts anew.</translation>
        </message>
        <message>
            <source>Đã giao thông báo nghĩa vụ tài chính cho công dân.</source>
            <translation>The citizen has been given the notice of what is to be paid.</translation>
        </message>
        <message>
            <source>Lần hẹn tiếp theo tính từ khi có chứng từ.</source>
            <translation>The next appointment counts from the proof.</translation>
        </message>
        <message>
            <source>Mẫu 04. Chỉ được hẹn lại một lần, trước ngày hẹn ít nhất một ngày.</source>
            <translation>Form 04. One new date only, at least a day before the promised one.</translation>
        </message>
        <message>
            <source>Mẫu 03. Phải nêu rõ lý do.</source>
            <translation>Form 03. The reason has to be stated.</translation>
        </message>
        <message>
            <source>Mẫu 05. Chỉ khi chính công dân yêu cầu và có bằng chứng.</source>
            <translation>Form 05. Only when the citizen asks for it and it can be shown.</translation>
        </message>
        <message>
            <source>Đã hết 15 ngày mà công dân không bổ sung.</source>
            <translation>The citizen's 15 days are over without an answer.</translation>
        </message>
        <message>
            <source>Yêu cầu và in Mẫu 02</source>
            <translation>Ask and print Form 02</translation>
        </message>
        <message>
            <source>Nhận và in Mẫu 01 mới</source>
            <translation>Take it and print a new Form 01</translation>
        </message>
        <message>
            <source>Ghi nhận chứng từ</source>
            <translation>Record the proof</translation>
        </message>
        <message>
            <source>Xin lỗi và in Mẫu 04</source>
            <translation>Apologise and print Form 04</translation>
        </message>
        <message>
            <source>Từ chối và in Mẫu 03</source>
            <translation>Refuse and print Form 03</translation>
        </message>
        <message>
            <source>Dừng và in Mẫu 05</source>
            <translation>Stop and print Form 05</translation>
        </message>
        <message>
            <source>Đánh dấu giấy tờ cần bổ sung.</source>
            <translation>Tick the papers that are needed.</translation>
        </message>
        <message>
            <source>Ghi lý do.</source>
            <translation>State the reason.</translation>
        </message>
        <message>
            <source>Ghi ngày hẹn lại, ví dụ 30/11/2026.</source>
            <translation>Type the new date, for example 30/11/2026.</translation>
        </message>
        <message>
            <source>Ngày hẹn lại phải sau ngày đã hẹn và sau hôm nay.</source>
            <translation>The new date must be later than the promised one and later than today.</translation>
        </message>
        <message>
            <source>Ghi họ tên người yêu cầu dừng.</source>
            <translation>Type the name of the person who asked.</translation>
        </message>
        <message>
            <source>Ghi văn bản hoặc tin nhắn thể hiện yêu cầu dừng.</source>
            <translation>Type the paper or message that shows the request.</translation>
        </message>
        <message>
            <source>Thời điểm yêu cầu phải sau khi tiếp nhận và không sau bây giờ.</source>
            <translation>The request must be later than the receipt and not later than now.</translation>
        </message>
        <message>
            <source>Ghi số chứng từ nộp tiền.</source>
            <translation>Write down the number of the proof of payment.</translation>
        </message>
        <message>
            <source>Chỉ nhận khi công dân đã mang đủ giấy tờ được yêu cầu.</source>
            <translation>It can be taken only when everything asked for has been brought.</translation>
        </message>
        <message>
            <source>Công dân được bổ sung đến hết ngày {day}; thời hạn giải quyết ngừng tính.</source>
            <translation>The citizen can answer until the end of {day}; the time limit stops meanwhile.</translation>
        </message>
        <message>
            <source>Thời hạn ngừng tính đến khi công dân nộp chứng từ nghĩa vụ tài chính.</source>
            <translation>The time limit stands still until the citizen shows the proof of payment.</translation>
        </message>
        <message>
            <source>Hẹn trả mới: {due}. {why}</source>
            <translation>New promise: {due}. {why}</translation>
        </message>
        <message>
            <source>Đã hẹn trả: {due}.</source>
            <translation>Promised: {due}.</translation>
        </message>
        <message>
            <source>Đã quá 3 ngày làm việc từ khi nhận hồ sơ; phiếu sẽ được ghi là yêu cầu muộn.</source>
            <translation>More than 3 working days since the dossier came; the request will be marked as late.</translation>
        </message>
        <message>
            <source>Đã muộn hơn một ngày trước ngày hẹn; vẫn phải xin lỗi, và sẽ ghi là xin lỗi muộn.</source>
            <translation>Later than a day before the promise; the apology is still due and will be marked as late.</translation>
        </message>
        <message>
            <source>Đã quá ngày hẹn; phiếu sẽ được ghi là từ chối muộn.</source>
            <translation>The promised date is over; the refusal will be marked as late.</translation>
        </message>
        <message>
            <source>Yêu cầu bổ sung hồ sơ {code}, đến hết ngày {day}: {papers}.</source>
            <translation>Ask for a supplement to dossier {code}, until the end of {day}: {papers}.</translation>
        </message>
        <message>
            <source>Nhận đủ giấy tờ bổ sung của hồ sơ {code} và tính lại thời hạn từ bây giờ.</source>
            <translation>Take the complete supplement to dossier {code} and start the time limit anew from now.</translation>
        </message>
        <message>
            <source>Xin lỗi {name} và hẹn trả kết quả hồ sơ {code} vào {day}.</source>
            <translation>Apologise to {name} and appoint the result of dossier {code} for {day}.</translation>
        </message>
        <message>
            <source>Từ chối giải quyết hồ sơ {code} của {name}: {reason}</source>
            <translation>Refuse dossier {code} of {name}: {reason}</translation>
        </message>
        <message>
            <source>Dừng hồ sơ {code} theo yêu cầu của {name} lúc {when} ({proof}).</source>
            <translation>Stop dossier {code} as {name} asked at {when} ({proof}).</translation>
        </message>
        <message>
            <source>Hồ sơ {code}: công dân đã nhận thông báo nghĩa vụ tài chính; thời hạn ngừng tính đến khi có chứng từ.</source>
            <translation>Dossier {code}: the citizen has the notice of what is to be paid; the time limit stands still until the proof is shown.</translation>
        </message>
        <message>
            <source>Ghi nhận chứng từ {proof} của hồ sơ {code} và tính lần hẹn tiếp theo từ bây giờ.</source>
            <translation>Record the proof {proof} for dossier {code}; the next appointment counts from now.</translation>
        </message>
        <message>
            <source>Đóng hồ sơ {code} vì công dân không bổ sung trong thời hạn.</source>
            <translation>Close dossier {code} because the citizen did not answer in time.</translation>
        </message>
        <message>
            <source>Lý do: {reason}</source>
            <translation>Reason: {reason}</translation>
        </message>
        <message>
            <source>Đã yêu cầu bổ sung hồ sơ {code}.</source>
            <translation>A supplement to dossier {code} has been asked for.</translation>
        </message>
        <message>
            <source>Đã nhận bổ sung hồ sơ {code}; thời hạn tính lại từ đầu.</source>
            <translation>The supplement to dossier {code} has been taken; the time limit starts anew.</translation>
        </message>
        <message>
            <source>Hồ sơ {code}: xong hẹn lần này, chờ nghĩa vụ tài chính.</source>
            <translation>Dossier {code}: this appointment is met; awaiting the payment.</translation>
        </message>
        <message>
            <source>Hồ sơ {code}: đã có chứng từ; lần hẹn tiếp theo đã được tính.</source>
            <translation>Dossier {code}: the proof is there; the next appointment is counted.</translation>
        </message>
        <message>
            <source>Đã xin lỗi và hẹn lại hồ sơ {code}.</source>
            <translation>Dossier {code} has a new date, with an apology.</translation>
        </message>
        <message>
            <source>Đã từ chối giải quyết hồ sơ {code}.</source>
            <translation>Dossier {code} has been refused.</translation>
        </message>
        <message>
            <source>Đã dừng hồ sơ {code}.</source>
            <translation>Dossier {code} has been stopped.</translation>
        </message>
        <message>
            <source>Đã đóng hồ sơ {code}.</source>
            <translation>Dossier {code} has been closed.</translation>
        </message>
        <message>
            <source>Phiếu yêu cầu bổ sung</source>
            <translation>Request for a supplement</translation>
        </message>
        <message>
            <source>Phiếu từ chối</source>
            <translation>Refusal</translation>
        </message>
        <message>
            <source>Phiếu xin lỗi, hẹn lại</source>
            <translation>Apology with a new date</translation>
        </message>
        <message>
            <source>Thông báo dừng (bản dự thảo)</source>
            <translation>Stop notice (draft)</translation>
        </message>
        <message>
            <source>Phiếu kiểm soát</source>
            <translation>Control slip</translation>
        </message>
        <message>
            <source>Sổ theo dõi hồ sơ</source>
            <translation>Register</translation>
        </message>
        <message>
            <source>Số {number} · {when} · {who}</source>
            <translation>No. {number} · {when} · {who}</translation>
        </message>
        <message>
            <source>đã in: {prints}</source>
            <translation>printed: {prints}</translation>
        </message>
        <message>
            <source>Người nộp hồ sơ</source>
            <translation>The applicant</translation>
        </message>
        <message>
            <source>Người được ủy quyền</source>
            <translation>An authorised person</translation>
        </message>
        <message>
            <source>Đơn có chữ ký, nộp tại quầy</source>
            <translation>Signed request, handed in here</translation>
        </message>
        <message>
            <source>Đơn gửi qua bưu chính</source>
            <translation>Request by post</translation>
        </message>
        <message>
            <source>Yêu cầu trên Cổng Dịch vụ công</source>
            <translation>Request on the national portal</translation>
        </message>
    </context>
    <context>
        <name>Words</name>
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
            <source>Đã tiếp nhận</source>
            <translation>Received</translation>
        </message>
        <message>
            <source>Đang bàn giao</source>
            <translation>Being handed over</translation>
        </message>
        <message>
            <source>Đang giải quyết</source>
            <translation>In progress</translation>
        </message>
        <message>
            <source>Có kết quả</source>
            <translation>Result ready</translation>
        </message>
        <message>
            <source>Kết quả tại quầy</source>
            <translation>Result at the counter</translation>
        </message>
        <message>
            <source>Bưu điện đang giữ</source>
            <translation>With the post</translation>
        </message>
        <message>
            <source>Đã trả</source>
            <translation>Returned</translation>
        </message>
        <message>
            <source>Chờ bổ sung</source>
            <translation>Awaiting supplement</translation>
        </message>
        <message>
            <source>Chờ nghĩa vụ tài chính</source>
            <translation>Awaiting payment to the state</translation>
        </message>
        <message>
            <source>Đã dừng</source>
            <translation>Stopped</translation>
        </message>
        <message>
            <source>Đã từ chối</source>
            <translation>Refused</translation>
        </message>
        <message>
            <source>Đã đóng</source>
            <translation>Closed</translation>
        </message>
        <message>
            <source>Có lịch hẹn</source>
            <translation>Has an appointment</translation>
        </message>
        <message>
            <source>Được chuyển đến quầy này</source>
            <translation>Transferred to this counter</translation>
        </message>
        <message>
            <source>Thuộc diện ưu tiên</source>
            <translation>Has priority</translation>
        </message>
        <message>
            <source>Đến lượt thường, xen giữa các số ưu tiên</source>
            <translation>An ordinary number's turn between priority ones</translation>
        </message>
        <message>
            <source>Đến sớm nhất</source>
            <translation>Came first</translation>
        </message>
    </context>
</TS>
