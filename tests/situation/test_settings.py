from typing import Any

import pytest

from dod_model.attempt import Attempt, User
from dod_model.situation.settings import Opinion, effective, opinions
from tests.situation.healthy import ATTEMPT, HEALTHY, facts, known, site

YES, NO = {"use_gateway": True}, {"use_gateway": False}
DEFAULT: dict[str, Any] = HEALTHY["client_settings"]["default"]


def custom(priority: int = 1, name: str = "Cloud", **fields: Any) -> dict[str, Any]:
    """A custom object for the client's collection with only Cloud Services ticked; ``...`` leaves a field out."""
    groups = dict.fromkeys(("cloud_services", "computer_agent", "metered_connections", "client_cache"))
    all_fields = {"name": name, "priority": priority, "collections": ["Laptops"], **groups, **fields}
    return {field: value for field, value in all_fields.items() if value is not ...}


def settings(*objects: dict[str, Any], default: Any = DEFAULT) -> dict[str, Any]:
    parts = {"default": default, "custom": list(objects)}
    return {"client_settings": {name: value for name, value in parts.items() if value is not ...}}


def uses_gateway(*objects: dict[str, Any], default: Any = DEFAULT, **changes: Any) -> bool | None:
    return known("client_uses_gateway", **settings(*objects, default=default), **changes)  # type: ignore[no-any-return]


def told(*objects: dict[str, Any], default: Any = DEFAULT, **changes: Any) -> list[Opinion]:
    described = site(**settings(*objects, default=default), **changes)
    return list(opinions(described, ATTEMPT.client, "cloud_services", "use_gateway"))


class TestDefault:
    def test_it_holds_where_there_is_nothing_else(self) -> None:
        assert uses_gateway() is True
        assert uses_gateway(default={"cloud_services": NO}) is False

    @pytest.mark.parametrize("default", [..., {}, {"cloud_services": None}, {"cloud_services": {}}])
    def test_what_it_does_not_say_is_unknown(self, default: Any) -> None:
        assert uses_gateway(default=default) is None

    def test_without_settings_all_is_unknown(self) -> None:
        assert known("client_uses_gateway", client_settings=...) is None
        assert known("client_uses_gateway", client_settings={}) is None

    def test_custom_objects_that_are_not_described_may_say_otherwise(self) -> None:
        assert known("client_uses_gateway", client_settings={"default": DEFAULT}) is None


class TestCustom:
    def test_it_counts_for_members(self) -> None:
        assert uses_gateway(custom(cloud_services=NO)) is False

    @pytest.mark.parametrize(
        "fields",
        [
            {"cloud_services": NO, "collections": ["Pilot"]},
            {"cloud_services": NO, "collections": []},
            {"cloud_services": None},
        ],
    )
    def test_it_does_not_count_for_others_or_unticked(self, fields: dict[str, Any]) -> None:
        assert uses_gateway(custom(**fields)) is True

    def test_one_collection_is_enough(self) -> None:
        assert uses_gateway(custom(cloud_services=NO, collections=["Pilot", "Laptops"])) is False

    def test_a_group_that_is_given_carries_all_its_values(self) -> None:
        assert uses_gateway(custom(cloud_services={"cloud_content": True})) is None
        assert uses_gateway(custom(cloud_services={})) is None

    def test_the_lowest_number_wins(self) -> None:
        first, second = custom(1, "A", cloud_services=NO), custom(2, "B", cloud_services=YES)
        assert uses_gateway(first, second) is uses_gateway(second, first) is False
        first, second = custom(10, "A", cloud_services=NO), custom(9, "B", cloud_services=YES)
        assert uses_gateway(first, second) is uses_gateway(second, first) is True

    def test_an_object_that_does_not_count_lets_the_next_speak(self) -> None:
        strangers = custom(1, "A", cloud_services=YES, collections=["Pilot"])
        unticked = custom(2, "B")
        assert uses_gateway(strangers, unticked, custom(3, "C", cloud_services=NO)) is False

    @pytest.mark.parametrize(
        "fields",
        [{"collections": ...}, {"cloud_services": ...}],
        ids=["unknown collections", "perhaps ticked"],
    )
    def test_one_that_may_count_leaves_open_what_it_would_change(self, fields: dict[str, Any]) -> None:
        assert uses_gateway(custom(**{"cloud_services": NO, **fields})) is None

    def test_one_that_may_count_and_says_the_same_leaves_nothing_open(self) -> None:
        assert uses_gateway(custom(cloud_services=YES, collections=...)) is True
        assert uses_gateway(custom(cloud_services=NO, collections=...), default={"cloud_services": NO}) is False

    def test_unknown_members_leave_open_whether_it_counts(self) -> None:
        collections = [{"name": "Laptops"}, {"name": "Pilot", "members": []}]
        assert uses_gateway(custom(cloud_services=NO), collections=collections) is None
        assert uses_gateway(custom(cloud_services=NO), collections=...) is None
        only_pilot = custom(cloud_services=NO, collections=["Pilot"])
        assert uses_gateway(only_pilot, collections=collections) is True

    def test_perhaps_ticked_and_certainly_no_member_does_not_count(self) -> None:
        assert uses_gateway(custom(cloud_services=..., collections=["Pilot"])) is True

    def test_all_that_may_count_must_agree(self) -> None:
        perhaps = custom(1, "A", cloud_services=YES, collections=...)
        assert uses_gateway(perhaps, custom(2, "B", cloud_services=YES)) is True
        assert uses_gateway(perhaps, custom(2, "B", cloud_services=NO)) is None
        assert uses_gateway(perhaps, custom(2, "B", cloud_services=NO), default={"cloud_services": YES}) is None

    def test_what_comes_after_a_certain_one_does_not_matter(self) -> None:
        certain = custom(1, "A", cloud_services=YES)
        assert uses_gateway(certain, custom(2, "B", cloud_services=NO), default={"cloud_services": NO}) is True
        assert uses_gateway(certain, default=...) is True


class TestOpinions:
    def test_the_one_that_counts_first_comes_first(self) -> None:
        perhaps = custom(5, "Perhaps", cloud_services=NO, collections=...)
        assert told(perhaps) == [Opinion("Perhaps", False, False), Opinion("Default Client Settings", True, True)]

    def test_one_that_is_perhaps_ticked_speaks_perhaps(self) -> None:
        default = Opinion("Default Client Settings", True, True)
        assert told(custom(cloud_services=...)) == [Opinion("Cloud", None, False), default]
        assert told(custom(cloud_services=..., collections=["Pilot"])) == [default]

    def test_a_certain_one_is_the_last(self) -> None:
        assert told(custom(cloud_services=NO), custom(2, "B", cloud_services=YES)) == [Opinion("Cloud", False, True)]

    def test_what_is_not_described_is_an_opinion_of_its_own(self) -> None:
        described = site(client_settings={"default": DEFAULT})
        assert list(opinions(described, ATTEMPT.client, "cloud_services", "use_gateway")) == [
            Opinion("a custom object that is not described", None, False),
            Opinion("Default Client Settings", True, True),
        ]

    def test_without_default_settings_they_still_count_in_the_end(self) -> None:
        assert told(default=...) == [Opinion("Default Client Settings", None, True)]

    def test_an_unknown_value_of_the_one_that_counts_is_unknown(self) -> None:
        described = site(**settings(custom(cloud_services={})))
        assert effective(described, ATTEMPT.client, "cloud_services", "use_gateway") is None
        assert effective(described, ATTEMPT.client, "client_cache", "size_mb") == 10240


class TestFactsBehindSettings:
    def test_each_reads_its_own_setting(self) -> None:
        for name, fact in (("use_gateway", "client_uses_gateway"), ("cloud_content", "client_gets_cloud_content")):
            services = {**DEFAULT["cloud_services"], name: False}
            found = facts(**settings(default={**DEFAULT, "cloud_services": services})).known()
            assert {"client_uses_gateway", "client_gets_cloud_content"} - {fact} == {
                one for one in ("client_uses_gateway", "client_gets_cloud_content") if found[one]
            }

    @pytest.mark.parametrize(
        ("user", "custom_says", "default_says", "expected"),
        [
            (User.ADMINISTRATOR, "only-administrators", "all-users", True),
            (User.ADMINISTRATOR, "only-administrators", "no-users", None),
            (User.PRIMARY_USER, "only-administrators", "all-users", None),
            (User.OTHER_USER, "only-administrators", "no-users", False),
            (User.OTHER_USER, "only-administrators", "only-administrators-and-primary-users", False),
            (None, "only-administrators", "all-users", None),
            (None, "all-users", "all-users", True),
            (User.ADMINISTRATOR, ..., "all-users", None),
        ],
    )
    def test_permissions_that_give_the_same_answer(
        self, user: User | None, custom_says: Any, default_says: str, expected: bool | None
    ) -> None:
        said = {} if custom_says is ... else {"install_permissions": custom_says}
        perhaps = custom(collections=..., computer_agent=said)
        default = {"computer_agent": {"install_permissions": default_says}}
        attempt = Attempt(ATTEMPT.deployment, ATTEMPT.client, user=user)
        assert known("user_may_install", attempt, **settings(perhaps, default=default)) is expected

    @pytest.mark.parametrize(
        ("custom_says", "default_says", "expected"),
        [
            (6000, 10240, [True, True]),
            (4500, 10240, [None, True]),
            (1000, 10240, [None, None]),
            (4500, 5000, [False, True]),
            (1000, 2000, [False, False]),
            (..., 10240, [None, None]),
        ],
    )
    def test_caches_that_give_the_same_answer(
        self, custom_says: Any, default_says: int, expected: list[bool | None]
    ) -> None:
        said = {} if custom_says is ... else {"size_mb": custom_says}
        perhaps = custom(collections=..., client_cache=said)
        found = facts(**settings(perhaps, default={"client_cache": {"size_mb": default_says}})).known()
        assert [found.get("cache_holds_all"), found.get("cache_holds_each")] == expected

    def test_metered_communication_is_itself_the_fact(self) -> None:
        perhaps = custom(collections=..., metered_connections={"communication": "limit"})
        default = {"metered_connections": {"communication": "allow"}}
        assert known("metered_communication", **settings(perhaps, default=default)) is None

    def test_metered_communication(self) -> None:
        found = known("metered_communication", **settings(default={"metered_connections": {"communication": "limit"}}))
        assert found.value == "limit"
