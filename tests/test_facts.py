from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dod_model.abilities import CMG_SERVES_CONTENT, ON_DEMAND, SCRIPT_OVER_CMG, UPGRADE_OVER_CMG, representatives
from dod_model.attempt import Place, Start
from dod_model.facts import FACTS, Facts, unknown_fact, wording
from dod_model.releases import Branch, Release, current, preview
from dod_model.site import DeploymentOption, Purpose
from dod_model.strategies import facts

CB, TP = Branch.CURRENT, Branch.TECHNICAL_PREVIEW


class TestGiving:
    def test_what_is_given_is_known_and_the_rest_is_not(self) -> None:
        known = Facts(place=Place.INTERNET, upgrade=False)
        assert known.place is Place.INTERNET
        assert known.upgrade is False
        assert known.known() == {"place": Place.INTERNET, "upgrade": False}
        with pytest.raises(AttributeError, match="boot_image"):
            _ = known.boot_image

    def test_every_fact_can_be_given(self) -> None:
        values = {name: current(1910) if spec.type is Release else spec.values[0] for name, spec in FACTS.items()}
        assert Facts(**values).known() == values

    def test_no_other_name_is_a_fact(self) -> None:
        with pytest.raises(TypeError, match="there is no fact 'weather'"):
            Facts(weather="fine")
        with pytest.raises(TypeError, match="there is no fact 'known'"):
            Facts(known=True)

    @pytest.mark.parametrize(
        ("name", "value"),
        [
            ("upgrade", "yes"),
            ("upgrade", 1),
            ("upgrade", None),
            ("place", "internet"),
            ("place", Start.PXE),
            ("site_release", 1910),
            ("site_release", "1910"),
            ("option", Purpose.AVAILABLE),
        ],
    )
    def test_a_value_of_another_kind_is_refused(self, name: str, value: object) -> None:
        with pytest.raises(ValueError, match=f"{name} cannot be"):
            Facts(**{name: value})

    def test_they_are_frozen(self) -> None:
        known = Facts(upgrade=True)
        with pytest.raises(AttributeError):
            known.upgrade = False  # type: ignore[misc]
        with pytest.raises((AttributeError, TypeError)):
            known.weather = "fine"  # type: ignore[attr-defined]


class TestEquality:
    """Facts are equal when the same facts are known, with the same values; equal facts have equal hashes."""

    @given(facts(), facts())
    def test_equality(self, one: Facts, other: Facts) -> None:
        assert (one == other) is (one.known() == other.known())
        assert one == Facts(**one.known())
        assert hash(one) == hash(Facts(**one.known()))
        assert one != one.known()

    def test_the_order_in_which_they_are_given_does_not_matter(self) -> None:
        one, other = Facts(upgrade=True, boot_image=False), Facts(boot_image=False, upgrade=True)
        assert one == other
        assert hash(one) == hash(other)
        assert list(one.known()) == list(other.known()) == ["upgrade", "boot_image"]

    def test_unknown_is_not_no(self) -> None:
        assert Facts(upgrade=False) != Facts()
        assert hash(Facts(upgrade=False)) != hash(Facts())
        assert len({Facts(upgrade=False), Facts(upgrade=True), Facts(), Facts()}) == 3

    def test_they_print_as_they_are_given(self) -> None:
        assert repr(Facts()) == "Facts()"
        assert repr(Facts(upgrade=True, site_release=preview(1909))) == (
            "Facts(site_release=<Release TP 1909>, upgrade=True)"
        )


class TestFilled:
    @given(facts(unknown=st.just({"upgrade"})), st.booleans())
    def test_one_more_is_known(self, facts: Facts, value: bool) -> None:
        filled = facts.filled("upgrade", value)
        assert filled.known() == {**facts.known(), "upgrade": value}
        assert "upgrade" not in facts.known()

    def test_one_is_changed(self) -> None:
        assert Facts(upgrade=True, boot_image=True).filled("upgrade", False) == Facts(upgrade=False, boot_image=True)

    def test_only_with_a_value_that_it_can_have(self) -> None:
        with pytest.raises(ValueError, match="upgrade cannot be"):
            Facts().filled("upgrade", None)
        with pytest.raises(TypeError, match="no fact"):
            Facts().filled("weather", True)

    def test_each_value_of_a_fact_in_turn_in_facts_that_are_otherwise_the_same(self) -> None:
        known = Facts(upgrade=True)
        each = [facts.known() for facts in known.each("boot_image")]
        assert each == [{"upgrade": True, "boot_image": value} for value in (True, False)]
        assert known.known() == {"upgrade": True}
        site = Facts(client_release=preview(1909)).each("site_release")
        assert [facts.site_release for facts in site] == list(representatives(TP))


class TestDomain:
    def test_of_truth_values_and_enumerations(self) -> None:
        assert Facts().domain("upgrade") == (True, False)
        assert Facts(upgrade=True).domain("upgrade") == (True, False)
        assert Facts().domain("option") == tuple(DeploymentOption)
        assert Facts().domain("started_from") == tuple(Start)

    def test_of_releases_it_has_both_branches(self) -> None:
        both = (*representatives(CB), *representatives(TP))
        assert Facts().domain("site_release") == Facts().domain("client_release") == both

    @pytest.mark.parametrize(
        ("name", "other"), [("site_release", "client_release"), ("client_release", "site_release")]
    )
    def test_of_a_release_it_is_the_branch_of_the_other_side(self, name: str, other: str) -> None:
        assert Facts(**{other: current(1906)}).domain(name) == representatives(CB)
        assert Facts(**{other: preview(1906)}).domain(name) == representatives(TP)
        # Its own branch does not matter.
        assert Facts(**{name: preview(1906)}).domain(name) == (*representatives(CB), *representatives(TP))


class TestSpecs:
    def test_each_has_a_meaning_and_a_place_to_find_it_out(self) -> None:
        for name, spec in FACTS.items():
            assert spec.name == name
            assert spec.about.meaning.split()[0] in {"where", "how", "the", "whether", "to", "what"}
            assert spec.about.find_out

    def test_each_is_finite(self) -> None:
        for spec in FACTS.values():
            expected: tuple[Any, ...] = (True, False) if spec.type is bool else ()
            if spec.type not in (bool, Release):
                expected = tuple(spec.type)  # type: ignore[arg-type]  # an enumeration
            assert spec.values == expected

    def test_wording(self) -> None:
        assert [wording(True), wording(False)] == ["yes", "no"]
        assert wording(DeploymentOption.WHEN_NEEDED) == "download-when-needed"
        assert wording(current(1910)) == "1910"
        assert wording(preview(1909)) == "TP 1909"


class TestUnknownFact:
    def test_it_names_the_fact(self) -> None:
        with pytest.raises(AttributeError) as caught:
            _ = Facts().boot_image
        assert unknown_fact(caught.value) == "boot_image"

    def test_a_mistake_stays_an_error(self) -> None:
        with pytest.raises(AttributeError) as caught:
            _ = Facts().boot_imgae  # type: ignore[attr-defined]
        with pytest.raises(AttributeError) as again:
            unknown_fact(caught.value)
        assert again.value is caught.value

    def test_another_object_without_that_attribute_stays_an_error(self) -> None:
        with pytest.raises(AttributeError) as caught:
            _ = object().place  # type: ignore[attr-defined]
        with pytest.raises(AttributeError) as again:
            unknown_fact(caught.value)
        assert again.value is caught.value


class TestAbilities:
    @pytest.mark.parametrize(("site", "client"), [(1906, 1906), (1906, 1910), (1910, 1906), (1910, 1910)])
    def test_both_sides_count_where_both_are_asked(self, site: int, client: int) -> None:
        facts = Facts(site_release=current(site), client_release=current(client))
        assert facts.site_can(ON_DEMAND) is (site == 1910)
        assert facts.client_can(ON_DEMAND) is (client == 1910)
        assert facts.can(ON_DEMAND) is (site == client == 1910)

    def test_the_client_does_not_count_where_it_is_not_asked(self) -> None:
        assert Facts(site_release=current(1806)).can(CMG_SERVES_CONTENT) is True
        assert Facts(site_release=current(1802)).can(CMG_SERVES_CONTENT) is False

    def test_a_site_that_cannot_settles_it(self) -> None:
        assert Facts(site_release=current(1710)).can(UPGRADE_OVER_CMG) is False

    def test_an_unknown_release_is_read_as_any_unknown_fact(self) -> None:
        with pytest.raises(AttributeError) as caught:
            Facts(site_release=current(1910)).can(ON_DEMAND)
        assert unknown_fact(caught.value) == "client_release"
        with pytest.raises(AttributeError) as caught:
            Facts(client_release=current(1910)).can(ON_DEMAND)
        assert unknown_fact(caught.value) == "site_release"

    def test_what_no_document_says_is_asked_of_the_fact_for_it(self) -> None:
        facts = Facts(site_release=preview(1909), client_release=preview(1909))
        with pytest.raises(AttributeError) as caught:
            facts.can(SCRIPT_OVER_CMG)
        assert unknown_fact(caught.value) == "undocumented"
        for undocumented in (True, False):
            known = facts.filled("undocumented", undocumented)
            assert known.site_can(SCRIPT_OVER_CMG) is undocumented
            assert known.client_can(SCRIPT_OVER_CMG) is undocumented
