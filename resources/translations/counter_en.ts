<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="vi_VN">
<context>
    <name>Handover</name>
    <message>
        <source>Hẹn {day}</source>
        <translation>Promised {day}</translation>
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
        <source>✓ Đã quét</source>
        <translation>✓ Scanned</translation>
    </message>
    <message>
        <source>✗ Thiếu</source>
        <translation>✗ Missing</translation>
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
        <source>{count} hồ sơ</source>
        <translation>Dossiers: {count}</translation>
    </message>
    <message>
        <source>Danh sách giao: {count}</source>
        <translation>On the list: {count}</translation>
    </message>
    <message>
        <source>Ký nhận {there}, thiếu {missing}</source>
        <translation>Sign: {there} received, {missing} missing</translation>
    </message>
    <message>
        <source>Ký nhận đủ {count} hồ sơ</source>
        <translation>Sign: all {count} received</translation>
    </message>
    <message>
        <source>Thừa, không có trong danh sách: {codes}</source>
        <translation>Not on the list: {codes}</translation>
    </message>
    <message>
        <source>Đơn vị đang giữ</source>
        <translation>Held by this unit</translation>
    </message>
    <message>
        <source>Hồ sơ đơn vị đang giữ</source>
        <translation>Dossiers held by this unit</translation>
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
        <source>Enter đưa vào danh sách; Delete bỏ ra.</source>
        <translation>Enter puts on the list; Delete takes off.</translation>
    </message>
    <message>
        <source>Bên nhận</source>
        <translation>Receiver</translation>
    </message>
    <message>
        <source>Ký giao</source>
        <translation>Sign as giver</translation>
    </message>
    <message>
        <source>Chờ đơn vị này ký nhận</source>
        <translation>For this unit to sign</translation>
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
        <source>Có kết quả: đồng ý</source>
        <translation>Result: granted</translation>
    </message>
    <message>
        <source>Có kết quả: từ chối</source>
        <translation>Result: refused</translation>
    </message>
    <message>
        <source>Chọn hồ sơ đã giải quyết xong.</source>
        <translation>Choose a dossier that has been decided.</translation>
    </message>
    <message>
        <source>Hồ sơ {code} đã có kết quả.</source>
        <translation>Dossier {code} has its result.</translation>
    </message>
    <message>
        <source>Quét từng hồ sơ để đếm, hoặc Enter để đánh dấu thiếu.</source>
        <translation>Scan each dossier to count, or press Enter to mark it missing.</translation>
    </message>
    <message>
        <source>Chưa quét là thiếu</source>
        <translation>Not scanned is missing</translation>
    </message>
    <message>
        <source>Hủy bàn giao</source>
        <translation>Cancel the handover</translation>
    </message>
    <message>
        <source>In biên bản</source>
        <translation>Print record</translation>
    </message>
    <message>
        <source>Bên nhận ký ngay tại đây</source>
        <translation>The receiver signs on this screen</translation>
    </message>
    <message>
        <source>Tên đăng nhập</source>
        <translation>Sign-in name</translation>
    </message>
    <message>
        <source>Mật khẩu</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Bên nhận ký</source>
        <translation>Receiver signs</translation>
    </message>
    <message>
        <source>Hồ sơ trong biên bản</source>
        <translation>Dossiers of the record</translation>
    </message>
    <message>
        <source>Bàn giao hồ sơ</source>
        <translation>Hand over dossiers</translation>
    </message>
    <message>
        <source>Giao hồ sơ</source>
        <translation>Hand over</translation>
    </message>
    <message>
        <source>Nhận, biên bản ({count})</source>
        <translation>Receive, records ({count})</translation>
    </message>
    <message>
        <source>Nhận, biên bản</source>
        <translation>Receive, records</translation>
    </message>
    <message>
        <source>Hãy đưa hồ sơ vào danh sách và chọn bên nhận trước khi ký giao.</source>
        <translation>Put dossiers on the list and choose the receiver before signing.</translation>
    </message>
    <message>
        <source>Đã in Biên bản giao nhận {number}.</source>
        <translation>Handover record {number} has been printed.</translation>
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
        <source>Hồ sơ {code} không có trong danh sách; đã ghi là thừa.</source>
        <translation>Dossier {code} is not on the list; it is noted as extra.</translation>
    </message>
    <message>
        <source>Đã ký giao {count} hồ sơ, biên bản {number}; chờ bên nhận ký.</source>
        <translation>Dossiers signed over: {count}, record {number}; the receiver is to sign.</translation>
    </message>
    <message>
        <source>Hai bên đã ký: {count} hồ sơ được giao, biên bản {number}.</source>
        <translation>Signed by both sides. Dossiers handed over: {count}, record {number}.</translation>
    </message>
    <message>
        <source>Đã hủy biên bản {number}; hồ sơ vẫn do bên giao giữ.</source>
        <translation>Record {number} is cancelled; the giver keeps the dossiers.</translation>
    </message>
</context>
<context>
    <name>QueueDesk</name>
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
        <source>Gọi khi mất kết nối</source>
        <translation>Called offline</translation>
    </message>
    <message>
        <source>Ưu tiên</source>
        <translation>Priority</translation>
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
        <source>Đang chờ</source>
        <translation>Waiting</translation>
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
        <source>Không chuyển nữa</source>
        <translation>Do not transfer</translation>
    </message>
    <message>
        <source>Gọi số tiếp</source>
        <translation>Call next</translation>
    </message>
    <message>
        <source>Gọi lại</source>
        <translation>Call again</translation>
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
    <message>
        <source>Đang phục vụ số {label}. Nhấn F7 để hoàn tất trước khi gọi số tiếp.</source>
        <translation>Number {label} is being served. Press F7 to finish before calling the next.</translation>
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
        <source>Đã chuyển số {label} sang hàng {line}.</source>
        <translation>Number {label} has been sent to line {line}.</translation>
    </message>
    <message>
        <source>Đã hoàn tất số {label}.</source>
        <translation>Number {label} is done.</translation>
    </message>
    <message>
        <source>Đã hoàn tác: số {label} chờ lại ở vị trí cũ.</source>
        <translation>Taken back: number {label} waits at its old place.</translation>
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
        <source>Đã chuyển số {label} sang hàng {line}; xong sẽ quay lại quầy này.</source>
        <translation>Number {label} has been sent to line {line}; it comes back to this counter afterwards.</translation>
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
        <source>Đã xong ở đây: {label} quay lại quầy {number}.</source>
        <translation>Done here: {label} goes back to counter {number}.</translation>
    </message>
    <message>
        <source>quay lại quầy {number}</source>
        <translation>back to counter {number}</translation>
    </message>
    <message>
        <source>Rồi quay lại đây (Shift+F6)</source>
        <translation>Then back here (Shift+F6)</translation>
    </message>
    <message>
        <source>Không còn ai chờ ở các hàng của quầy này.</source>
        <translation>Nobody waits in the lines of this counter.</translation>
    </message>
    <message>
        <source>Hoàn tác</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Sau đó: {lines}</source>
        <translation>Then: {lines}</translation>
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
        <source>Lịch hẹn</source>
        <translation>Appointment</translation>
    </message>
    <message>
        <source>Chờ lâu nhất</source>
        <translation>Waiting longest</translation>
    </message>
    <message>
        <source>Xong một việc: {label} chuyển sang hàng {line}.</source>
        <translation>One matter done: {label} goes on to line {line}.</translation>
    </message>
</context>
<context>
    <name>Reception</name>
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
        <translation>Fee (đồng)</translation>
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
        <source>giấy tờ đã nộp</source>
        <translation>the papers handed in</translation>
    </message>
    <message>
        <source>lệ phí bằng số</source>
        <translation>the fee as a number</translation>
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
        <source>Người nộp hồ sơ</source>
        <translation>Applicant</translation>
    </message>
    <message>
        <source>Cá nhân</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Tổ chức</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Quét mã QR trên thẻ căn cước, ở bất kỳ ô nào cũng được</source>
        <translation>Scan the identity card's QR code, in any field</translation>
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
        <source>Mã định danh tổ chức</source>
        <translation>Organisation's number</translation>
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
        <source>Trao Giấy tiếp nhận cho người nộp; mã QR trên giấy dùng để tra cứu và nhận kết quả.</source>
        <translation>Give the receipt to the applicant; its QR code is for following the dossier and collecting the result.</translation>
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
        <source>In lại</source>
        <translation>Print again</translation>
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
    <message>
        <source>Bản chính</source>
        <translation>Originals</translation>
    </message>
    <message>
        <source>Bản sao</source>
        <translation>Copies</translation>
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
        <source>Đã điền từ thẻ căn cước: xin đối chiếu với người nộp.</source>
        <translation>Filled in from the identity card; please compare with the person.</translation>
    </message>
    <message>
        <source>Hoàn tác</source>
        <translation>Undo</translation>
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
        <source>Đã in Giấy tiếp nhận hồ sơ {code}.</source>
        <translation>The receipt of dossier {code} has been printed.</translation>
    </message>
    <message>
        <source>Đã lấy lại phiếu đang nhập dở.</source>
        <translation>The half-typed form is back.</translation>
    </message>
</context>
<context>
    <name>Results</name>
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
        <source>Trả kết quả</source>
        <translation>Return the result</translation>
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
        <source>Đã trả kết quả hồ sơ {code}.</source>
        <translation>The result of dossier {code} has been returned.</translation>
    </message>
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
        <source>Người nhận</source>
        <translation>Collected by</translation>
    </message>
    <message>
        <source>Người nộp hồ sơ</source>
        <translation>Applicant</translation>
    </message>
    <message>
        <source>Người được ủy quyền</source>
        <translation>Authorised person</translation>
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
        <source>English</source>
        <translation>Tiếng Việt</translation>
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
        <source>Đã đồng bộ</source>
        <translation>In step with the server</translation>
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
        <source>Tên đăng nhập</source>
        <translation>Sign-in name</translation>
    </message>
    <message>
        <source>Mật khẩu</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Đổi người</source>
        <translation>Change person</translation>
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
        <source>{name} nhập mật khẩu để làm tiếp. Mọi việc vẫn còn nguyên.</source>
        <translation>{name}, enter your password to go on. Everything is as you left it.</translation>
    </message>
    <message>
        <source>{name} nhập mã PIN để làm tiếp. Mọi việc vẫn còn nguyên.</source>
        <translation>{name}, enter your PIN to go on. Everything is as you left it.</translation>
    </message>
    <message>
        <source>Mã PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Dùng mật khẩu</source>
        <translation>Use the password</translation>
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
        <source>Quầy {number}</source>
        <translation>Counter {number}</translation>
    </message>
    <message>
        <source>Làm việc không mở quầy</source>
        <translation>Work without a counter</translation>
    </message>
    <message>
        <source>Đã mở quầy {number}.</source>
        <translation>Counter {number} is open.</translation>
    </message>
</context>
<context>
    <name>Words</name>
        <message>
            <source>Chờ bổ sung</source>
            <translation>Awaiting supplement</translation>
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
        <source>Đã trả</source>
        <translation>Returned</translation>
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
    <message>
        <source>Có lịch hẹn</source>
        <translation>Has an appointment</translation>
    </message>
</context>
</TS>
