"""What a ledger sets otherwise in the model is appended, audited, and read back."""

from decimal import Decimal

from factcheck.ledger.audit import history, verify
from factcheck.ledger.settings import add_setting, settings
from factcheck.ledger.store import Ledger
from tests.ledger.given import NOON, by


def test_the_latest_setting_of_a_name_holds_and_the_earlier_ones_stay(ledger: Ledger) -> None:
    with by(ledger, "model set") as change:
        assert add_setting(change, "ramp", Decimal("1.10"), "rough figures")
        assert add_setting(change, "party", Decimal(1), "all are parties")
        assert add_setting(change, "ramp", Decimal("1.05"), "not so rough after all")
    ramp, party = sorted(settings(ledger), key=lambda one: one.name, reverse=True)
    assert (ramp.value, ramp.reason, ramp.by, ramp.at) == (
        Decimal("1.05"),
        "not so rough after all",
        "ana",
        NOON,
    )
    assert party.value == 1
    assert ledger.rows("SELECT count(*) FROM settings")[0][0] == 3


def test_setting_what_holds_already_adds_nothing(ledger: Ledger) -> None:
    for new in (True, False):
        with by(ledger, "model set") as change:
            assert add_setting(change, "ramp", Decimal("1.1"), "rough figures") is new
    assert len(history(ledger, "model")) == 1


def test_a_setting_is_an_event_that_does_not_repeat_its_reason(ledger: Ledger) -> None:
    with by(ledger, "model set") as change:
        add_setting(change, "ramp", Decimal("1.1"), "rough figures")
    [event] = history(ledger, "model")
    assert '"ramp"' in event.content
    assert "1.1" in event.content
    assert "rough" not in event.content
    assert verify(ledger) == ()
