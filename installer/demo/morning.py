"""The script of one office morning: who is where, when a server is away, when the power fails, who signs what."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial

from installer.demo import before
from installer.demo.citizens import CIVIL, ECONOMY, SOCIAL, Rating, Visit, first_visits
from installer.demo.hall import Hall, Receipt
from installer.demo.handovers import Handovers
from installer.demo.kiosk_hands import KioskHands
from installer.demo.offered import offered_procedures
from installer.demo.office import Folders, Office
from installer.demo.officer import Accidents, Officer, Post, Surroundings
from installer.demo.pace import BEFORE_OPENING, Pace, Stopped
from installer.demo.phone import Phone
from installer.demo.post_point import POST_POINT, PostPoint
from installer.demo.post_rounds import BEFORE_THE_SERVER_LEAVES, PostRounds
from installer.demo.province_hours import ProvinceHours, Seen, looks_at_the_marks
from installer.demo.remote import RemoteError, RemoteProgram
from installer.demo.say import say
from installer.demo.tally import Tally, count_up
from installer.demo.till import Till
from installer.demo.visitors import Arrival, Visitors
from resources.sample_ward.load import sample_office_document, sample_staff

KIOSK, BOARD = "kiosk", "board"
_SEED = 2026
_STAFF = {each.sign_in: each for each in sample_staff()}
POSTS = (
    Post(1, _STAFF["thu"], "keys", scans=True),
    Post(2, _STAFF["mau"], "mouse"),
    Post(3, _STAFF["gia"], "keys"),
    Post(4, _STAFF["buuchinh"], "mouse"),
)
_LOOK_SECONDS = 0.25
_MOST_COLLECTING = 12
_REPORT_SECONDS = 10.0
_SYNC_SECONDS = 60.0
_LONGEST_WAIT_SECONDS = 240.0


@dataclass(frozen=True, slots=True)
class Timetable:
    """How the day is pressed together.

    `rate`: office seconds in one second, on a machine that sets everything up within `set_up` seconds; a slower machine
    has a slower clock. `arrivals`: seconds over which people come; the office server is away for `server_away` seconds
    after `server_leaves` of them have come, and the power fails after `power_fails`.
    """

    rate: float = 75.0
    set_up: float = 14.0
    arrivals: float = 52.0
    server_leaves: float = 0.4
    server_away: float = 14.0
    power_fails: float = 0.65


class Morning:
    """One morning, from the first key turned to the last program closed."""

    def __init__(self, folders: Folders, timetable: Timetable) -> None:
        self._folders = folders
        self._timetable = timetable
        self._pace = Pace(BEFORE_OPENING, rate=1.0)
        self._hall = Hall()
        self._accidents = Accidents()
        self._till = Till()
        self._office = Office(folders, self._pace.clock, on_screen=False)
        self._province = self._office.province()
        self._server_stopped_seconds = 0.0
        self._reported = 0.0

    def run(self) -> Tally:
        """The whole morning; afterwards every program has ended. RemoteError when something did not work."""
        with ExitStack() as at_the_end:
            at_the_end.callback(self._province.stop)
            at_the_end.callback(self._office.stop_everything)
            self._set_up()
            try:
                with _together(self._pace, self._everybody()):
                    self._first_part()
                    self._handovers()
                    self._people_collect()
                    self._end_of_the_morning()
                self._close()
                seen = self._province_looks()
            except RemoteError:
                self._photograph_failure()
                raise
        return count_up(
            self._province.data,
            self._office.data,
            {name: self._folders.data(name) for name in (KIOSK, POST_POINT, *(post.name for post in POSTS))},
            seen=seen,
            seconds=round(self._pace.seconds(), 1),
            server_stopped_seconds=round(self._server_stopped_seconds, 1),
            province_stopped_seconds=round(self._hours.cut_seconds, 1),
            programs_killed=self._accidents.killed,
            phones_rated=self._phone.given,
            cash_up_vnd=self._handing.cash_up_vnd,
        )

    def _set_up(self) -> None:
        say(
            "Chuẩn bị máy chủ của tỉnh, máy chủ tại bộ phận và dữ liệu mẫu",
            "setting up the province's server, the office's and the sample data",
        )
        self._province.set_up()
        self._office.join(self._province, [KIOSK], [*(post.name for post in POSTS), POST_POINT], [BOARD])
        before.put_into(self._office.data)
        self._province.stop()
        slowness = max(self._pace.seconds() / self._timetable.set_up, 1.0)
        self._pace = Pace(BEFORE_OPENING, self._timetable.rate / slowness)
        self._office.keep_time(self._pace.clock)
        procedures = offered_procedures(sample_office_document())
        around = Surroundings(self._office, self._hall, self._pace, procedures, self._accidents, self._till)
        say(
            "Mở máy chủ tại bộ phận, máy lấy số, bảng gọi số, bốn quầy và điểm bưu điện",
            "starting the office's server, kiosk, board, four counters and a point of the post",
        )
        # Both by the clock that is quick now: the building's machines go by the province's time.
        with ThreadPoolExecutor(1) as meanwhile:
            above = meanwhile.submit(self._province.start)
            self._office.start_server()
            above.result()
        self._hours = ProvinceHours(self._province, self._office, self._pace)
        self._kiosk = self._office.start_kiosk(KIOSK, RemoteProgram)
        self._officers = {post.counter: Officer(post, around) for post in POSTS}
        self._handing = Handovers(self._officers)
        self._post = PostPoint(_STAFF["buutu"], self._office, self._pace)
        self._rounds = PostRounds(self._post, self._officers[1], self._hall, self._till, procedures)
        self._kiosk.wait_ready()
        self._board = self._office.start_board(BOARD, RemoteProgram)
        self._board.wait_ready()
        hands = KioskHands(self._kiosk, self._folders.screens)
        self._phone = Phone()
        self._visitors = Visitors(hands, self._phone, self._hall, self._pace, self._folders)

    def _photograph_failure(self) -> None:
        counters = (officer.hands.program for officer in self._officers.values())
        for program in (self._kiosk, self._board, self._post.hands.program, *counters):
            program.last_picture(self._folders.whole / "failed" / f"{program.name}.png")

    def _everybody(self) -> Sequence[Officer | PostPoint | Visitors]:
        return (self._visitors, self._post, *self._officers.values())

    def _first_part(self) -> None:
        began, span = self._pace.seconds(), self._timetable.arrivals
        visits = first_visits(_SEED)
        self._visitors.expect([Arrival(began + visit.arrives * span, visit) for visit in visits])
        notes = self._post.ask(lambda: self._rounds.take_in(BEFORE_THE_SERVER_LEAVES))
        self._until_come(visits, self._timetable.server_leaves)
        self._until_done(notes)
        self._board.picture(self._folders.screens / "board_calling.png")
        self._server_goes_away()
        self._until_come(visits, self._timetable.power_fails)
        self._accidents.want()
        self._until(lambda: self._visitors.still_expected() == 0 and self._hall.is_served())

    def _server_goes_away(self) -> None:
        self._tell(
            "máy chủ tại bộ phận dừng; quầy và máy lấy số vẫn làm việc",
            "the office's server is stopped; everybody goes on working",
        )
        stopped = self._pace.seconds()
        self._office.stop_server()
        until, taken = stopped + self._timetable.server_away, self._hall.figures()[0]
        signed = self._post.ask(self._rounds.fill_and_sign_the_bag)
        self._until(lambda: self._slip_is_read(taken) and signed.done())
        self._tell("túi hồ sơ của bưu điện đến quầy 1", "the post's bag is carried to counter 1")
        taken_over = self._officers[1].ask(self._rounds.take_the_bag)
        self._officers[1].ask(self._rounds.print_the_receipts)
        self._until(lambda: taken_over.done() and self._pace.seconds() >= until)
        self._board.picture(self._folders.screens / "board_without_a_server.png")
        # Whoever calls before the server knows whom the others called meanwhile may be given one of those again.
        for officer in self._officers.values():
            officer.ask(partial(_until_sent, officer))
        self._office.start_server()
        self._server_stopped_seconds = self._pace.seconds() - stopped
        self._tell("máy chủ tại bộ phận chạy lại", "the office's server is back")
        self._bag_is_entered = self._post.ask(self._rounds.look_what_was_entered)

    def _slip_is_read(self, taken_before: int) -> bool:
        self._hall.show_slip(taken_before)
        return self._hall.slips_read > 0

    def _handovers(self) -> None:
        handovers = self._handing
        self._until_done(self._bag_is_entered)
        self._tell("mất đường lên tỉnh; trong nhà không có gì đổi", "the line to the province is cut; nobody notices")
        self._hours.cut_the_line()
        civil, economy = self._hall.receipts_for(CIVIL), self._hall.receipts_for(ECONOMY)
        lacking = self._hall.receipts_for(SOCIAL)[0]
        self._tell(
            f"bàn giao {len(civil)} hồ sơ hộ tịch và {len(economy)} hồ sơ kinh doanh cho phòng chuyên môn",
            "dossiers are handed over to the departments",
        )
        self._until_done(
            self._officers[1].ask(lambda: handovers.give_with_one_missing(civil, _STAFF["tuphap"])),
            self._officers[2].ask(lambda: handovers.give(economy, _STAFF["kinhte"])),
            self._officers[3].ask(lambda: handovers.steps_of_the_law(lacking, before.DUE_NEXT)),
        )
        self._tell("phòng chuyên môn có kết quả, giao lại Một cửa", "departments have decided and hand back")
        units = ((_STAFF["tuphap"], civil), (_STAFF["kinhte"], economy))
        self._until_done(self._officers[4].ask(lambda: handovers.decide_and_hand_back(units)))
        self._until_done(
            self._officers[1].ask(lambda: handovers.take_back(units)),
            self._officers[2].ask(partial(looks_at_the_marks, self._officers[2])),
        )
        self._hours.mend_the_line()
        self._tell("đã nối lại với tỉnh", "the line to the province is back")

    def _people_collect(self) -> None:
        decided = (*self._hall.receipts_for(CIVIL), *self._hall.receipts_for(ECONOMY))
        ready = [each for each in decided if not each.by_post][:_MOST_COLLECTING]
        self._tell(f"{len(ready)} người đến nhận kết quả", "people come to collect their results")
        began = self._pace.seconds()
        self._visitors.expect(
            [Arrival(began + place, _collecting(receipt, place), receipt) for place, receipt in enumerate(ready)]
        )
        self._until_done(self._officers[1].ask(self._rounds.send_results))
        delivered = self._post.ask(self._rounds.carry_out)
        self._until(lambda: self._visitors.still_expected() == 0 and self._hall.is_served())
        self._until(lambda: not self._hall.has_wishes())
        self._until_done(delivered)

    def _end_of_the_morning(self) -> None:
        self._tell("chốt thu, in bảng kê; phụ trách xem số liệu", "the money is cashed up; the team leader looks")
        self._until_done(
            self._officers[1].ask(lambda: self._handing.cash_up(self._till)),
            self._officers[4].ask(lambda: self._handing.leader_looks(_STAFF["phutrach"])),
        )
        self._until_done(self._post.ask(self._rounds.look_at_the_map))
        self._until_done(*(each.ask(partial(self._rounds.sees_the_same, each)) for each in self._officers.values()))

    def _close(self) -> None:
        self._tell("hết giờ: chờ đồng bộ rồi đóng", "closing: everything is sent first, to the province too")
        at_counters = [self._post.hands, *(officer.hands for officer in self._officers.values())]
        for hands in at_counters:
            hands.sign_out_when_sent(_SYNC_SECONDS)
        self._kiosk.stop()
        self._board.stop()
        for hands in at_counters:
            hands.program.stop()
        self._hours.wait_until_all_has_arrived()
        self._office.stop_server()

    def _province_looks(self) -> Seen:
        self._tell("tỉnh lập báo cáo trong ngày và xem số liệu", "the province makes the day's reports and looks")
        return self._hours.look()

    def _until_come(self, visits: Sequence[Visit], share: float) -> None:
        self._until(lambda: self._hall.figures()[0] >= share * len(visits))

    def _until_done(self, *orders: Future[None]) -> None:
        self._until(lambda: all(order.done() for order in orders))

    def _until(self, true: Callable[[], bool]) -> None:
        patience = self._pace.seconds() + _LONGEST_WAIT_SECONDS
        while not true():
            self._pace.wait(_LOOK_SECONDS)
            if self._pace.seconds() > patience:
                raise RemoteError(f"nothing has moved for {_LONGEST_WAIT_SECONDS:g} s")
            if self._pace.seconds() - self._reported > _REPORT_SECONDS:
                self._report()

    def _report(self) -> None:
        self._reported = self._pace.seconds()
        taken, over, received = self._hall.figures()
        self._tell(
            f"{taken} số đã cấp, {over} lượt xong, {received} hồ sơ đã nhận",
            f"{taken} numbers, {over} visits over, {received} dossiers",
        )

    def _tell(self, vietnamese: str, english: str) -> None:
        say(vietnamese, english, self._pace.says())


@contextmanager
def _together(pace: Pace, everybody: Sequence[Officer | PostPoint | Visitors]) -> Iterator[None]:
    """Starts everybody's thread, and waits for all of them; the failure that began it all is raised."""
    for each in everybody:
        each.start()
    failures: list[BaseException] = []
    try:
        yield
    except BaseException as problem:  # noqa: BLE001  # raised below, unless another one came first
        failures.append(problem)
        pace.call_off()
    for each in everybody:
        try:
            each.stop()
        except BaseException as problem:  # noqa: BLE001  # raised below
            failures.append(problem)
    first = next((problem for problem in failures if not isinstance(problem, Stopped)), None)
    if first is not None:
        raise first


def _until_sent(officer: Officer) -> None:
    officer.hands.wait_until_sent(_SYNC_SECONDS)


def _collecting(receipt: Receipt, place: int) -> Visit:
    """Somebody comes back for a result; every second one rates, on the phone or at the kiosk."""
    rating = None
    if place % 2 == 0:
        rating = Rating("phone" if place % 4 == 0 else "kiosk", 3 if place % 3 else 2, "time")
    return Visit(citizen=receipt.citizen, arrives=1.0, line="F", rating=rating)
