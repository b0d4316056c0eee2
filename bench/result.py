"""What was measured, how it is judged, and how it is shown."""

import statistics
from collections.abc import Sequence
from pathlib import Path

import msgspec

PEERS = ("node_socketio", "floor")
RESULTS = Path(__file__).resolve().parent / "results.json"

TIMES = ("us", "ms", "s", "1/s")
"""Units in which ``median`` and ``p95`` say how fast the machine is, too."""
SIZED = ("median", "p95")
SHORT_HEADROOM = 1.25
"""A short run gives ratios so much room: it has fewer rounds, and may run on two cores that others
use as well. It is for noise: a smaller crowd, too, makes dearer what is done once a change."""


class Judge:
    """How strictly a run judges: the short one not by times, and every size by the same bounds."""

    short = False

    def bounds_at(self, size: int, declared_for: int) -> bool:
        """Whether bounds that are declared for one size hold for this one."""
        return self.short or size == declared_for

    def counts(self, result: "Result", bound: str) -> bool:
        """Whether a broken bound is a failure of this run."""
        return not (self.short and result.unit in TIMES and bound in SIZED)


judge = Judge()
"""Of this run."""


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """One row.

    ``ratios`` compare with the peers of the same run. ``hold`` and ``goal`` bound what
    ``judged`` names: a ratio, or the median itself where that is a size and not a time.
    """

    name: str
    size: int
    median: float
    p95: float
    unit: str
    ratios: dict[str, float] = {}
    hold: dict[str, float] = {}
    goal: dict[str, float] = {}
    holds: bool = True
    broken: tuple[str, ...] = ()
    """The bounds of ``hold`` that do not hold; for the exit code alone, it is not written."""

    @property
    def fails(self) -> bool:
        """Whether the run fails by this row."""
        return any(judge.counts(self, bound) for bound in self.broken)


def row(
    name: str,
    size: int,
    values: Sequence[float],
    unit: str,
    *,
    ratios: dict[str, float] | None = None,
    hold: dict[str, float] | None = None,
    goal: dict[str, float] | None = None,
    at_least: bool = False,
) -> Result:
    """Sum up the rounds of one measurement.

    :param hold: bounds by the name of a ratio, or ``median`` and ``p95``.
    :param at_least: the bounds are the least that holds, as for a rate.
    """
    median, p95 = statistics.median(values), percentile(values, 95)
    reached = {"median": median, "p95": p95, **(ratios or {})}
    if judge.short:
        room = 1 / SHORT_HEADROOM if at_least else SHORT_HEADROOM
        hold = {of: bound if of in SIZED else bound * room for of, bound in (hold or {}).items()}
    broken = tuple(
        of
        for of, bound in (hold or {}).items()
        if (reached[of] < bound if at_least else reached[of] > bound)
    )
    return Result(
        name=name,
        size=size,
        median=round(median, 3),
        p95=round(p95, 3),
        unit=unit,
        ratios={of: round(ratio, 3) for of, ratio in (ratios or {}).items()},
        hold=hold or {},
        goal=goal or {},
        holds=not broken,
        broken=broken,
    )


def percentile(values: Sequence[float], percent: int) -> float:
    """The value that so many percent do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, len(ordered) * percent // 100)]


def table(results: Sequence[Result]) -> str:
    """Write the rows for people."""
    lines = [
        f"{'what':<28}{'size':>7}{'median':>12}{'p95':>12}  {'unit':<12}"
        f"{'to Node':>9}{'to floor':>9}{'growth':>9}  holds"
    ]
    for one in results:
        own = next((f"{ratio:.2f}" for of, ratio in one.ratios.items() if of not in PEERS), "")
        ratios = [f"{one.ratios[k]:.2f}" if k in one.ratios else "" for k in PEERS]
        bounded = ("yes" if one.holds else "NO") if one.hold else ""
        lines.append(
            f"{one.name:<28}{one.size:>7}{one.median:>12,.2f}{one.p95:>12,.2f}  {one.unit:<12}"
            f"{ratios[0]:>9}{ratios[1]:>9}{own:>9}  {bounded}"
        )
    return "\n".join(lines)


def write(results: Sequence[Result], path: Path = RESULTS) -> None:
    """Keep the rows for machines."""
    rows = [msgspec.structs.asdict(one) for one in results]
    for one in rows:
        del one["broken"]
    path.write_bytes(msgspec.json.format(msgspec.json.encode(rows), indent=1) + b"\n")
