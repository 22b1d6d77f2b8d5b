from typing import Any

import pytest

from dod_model.site.settings import ClientCache
from dod_model.situation.sequence import CACHES_MB, MEGABYTE
from tests.situation.healthy import HEALTHY, group, known, sequence, step, unknown_group

GIGABYTE = 2**30


def with_child(**changes: Any) -> list[dict[str, Any]]:
    return [sequence(), sequence("Child", **changes)]


class TestTheSequenceItself:
    @pytest.mark.parametrize(
        ("field", "value", "fact", "expected"),
        [
            ("upgrade", True, "upgrade", True),
            ("upgrade", False, "upgrade", False),
            ("upgrade", ..., "upgrade", None),
            ("enabled", False, "sequence_enabled", False),
            ("enabled", ..., "sequence_enabled", None),
            ("boot_image", None, "boot_image", False),
            ("boot_image", "Boot image (x64)", "boot_image", True),
            ("boot_image", ..., "boot_image", None),
            ("run_another_program_first", None, "another_program_first", False),
            ("run_another_program_first", "Check battery", "another_program_first", True),
            ("run_another_program_first", ..., "another_program_first", None),
        ],
    )
    def test_each_field(self, field: str, value: Any, fact: str, expected: bool | None) -> None:
        assert known(fact, task_sequences=[sequence(**{field: value}), sequence("Child")]) is expected

    @pytest.mark.parametrize("fact", ["upgrade", "sequence_enabled", "boot_image", "another_program_first"])
    def test_without_sequences_it_is_unknown(self, fact: str) -> None:
        assert known(fact, task_sequences=...) is None

    @pytest.mark.parametrize("fact", ["upgrade", "sequence_enabled", "boot_image", "another_program_first"])
    def test_children_do_not_count(self, fact: str) -> None:
        odd = {"upgrade": False, "enabled": False, "boot_image": "X", "run_another_program_first": "X"}
        assert known(fact, task_sequences=with_child(**odd)) is known(fact)


class TestChildren:
    @pytest.mark.parametrize(("enabled", "expected"), [(True, True), (False, False), (..., None)])
    def test_enabled(self, enabled: Any, expected: bool | None) -> None:
        assert known("child_sequences_enabled", task_sequences=with_child(enabled=enabled)) is expected

    def test_none_are_enabled(self) -> None:
        assert known("child_sequences_enabled", task_sequences=[sequence(steps=[]), sequence("Child")]) is True
        alone = [sequence(steps=[]), sequence("Child", enabled=False)]
        assert known("child_sequences_enabled", task_sequences=alone) is True

    @pytest.mark.parametrize(
        "sequences",
        [
            ...,
            [sequence(steps=...), sequence("Child")],
            with_child(steps=...),
            [sequence(steps=[step("run-task-sequence")]), sequence("Child")],
        ],
    )
    def test_children_that_are_not_described(self, sequences: Any) -> None:
        assert known("child_sequences_enabled", task_sequences=sequences) is None

    def test_a_disabled_child_settles_it(self) -> None:
        assert known("child_sequences_enabled", task_sequences=with_child(enabled=False, steps=...)) is False

    def test_children_of_children_count(self) -> None:
        middle = sequence("Child", steps=[step("run-task-sequence", task_sequence="Grandchild")])
        for enabled in (True, False):
            sequences = [sequence(), middle, sequence("Child", name="Grandchild", enabled=enabled)]
            assert known("child_sequences_enabled", task_sequences=sequences) is enabled


class TestDownloadContentStep:
    def test_it_is_looked_for_in_children_too(self) -> None:
        assert known("download_content_step") is False
        found = step("download-package-content", packages=[])
        assert known("download_content_step", task_sequences=[sequence(steps=[found])]) is True
        assert known("download_content_step", task_sequences=with_child(steps=[found])) is True

    def test_what_is_not_described_may_have_one(self) -> None:
        assert known("download_content_step", task_sequences=...) is None
        assert known("download_content_step", task_sequences=with_child(steps=...)) is None
        found = [step("download-package-content"), step("run-task-sequence")]
        assert known("download_content_step", task_sequences=[sequence(steps=found)]) is True


class TestNetworkPath:
    @pytest.mark.parametrize(("path", "expected"), [({"network_path": True}, True), ({"network_path": False}, False)])
    def test_of_an_upgrade_step(self, path: dict[str, bool], expected: bool) -> None:
        upgrade = step("upgrade-operating-system", [], **path)
        assert known("network_path", task_sequences=[sequence(steps=[upgrade])]) is expected
        assert known("network_path", task_sequences=with_child(steps=[upgrade])) is expected

    def test_of_an_upgrade_step_that_does_not_say(self) -> None:
        assert known("network_path", task_sequences=[sequence(steps=[step("upgrade-operating-system", [])])]) is None

    @pytest.mark.parametrize("kind", ["other", "download-package-content"])
    @pytest.mark.parametrize("path", [{}, {"network_path": True}, {"network_path": False}])
    def test_no_other_step_is_asked(self, kind: str, path: dict[str, bool]) -> None:
        assert known("network_path", task_sequences=[sequence(steps=[step(kind, [], **path)])]) is False

    def test_steps_that_are_not_described(self) -> None:
        assert known("network_path", task_sequences=with_child(steps=...)) is None


class TestCache:
    @staticmethod
    def cache(size_mb: Any, sizes: tuple[Any, Any] = (4 * GIGABYTE, GIGABYTE), **changes: Any) -> list[bool | None]:
        settings = {"default": {"client_cache": {"size_mb": size_mb} if size_mb else {}}, "custom": []}
        packages = [
            {key: value for key, value in {**package, "size": size}.items() if value is not ...}
            for package, size in zip(HEALTHY["packages"], (*sizes, 99 * GIGABYTE), strict=True)
        ]
        fields = {"client_settings": settings, "packages": packages, **changes}
        return [known("cache_holds_all", **fields), known("cache_holds_each", **fields)]

    @pytest.mark.parametrize(
        ("size_mb", "expected"),
        [
            (1, [False, False]),
            (4095, [False, False]),
            (4096, [False, True]),
            (5119, [False, True]),
            (5120, [True, True]),
            (5121, [True, True]),
            (None, [None, None]),
        ],
    )
    def test_a_megabyte_is_2_to_the_20(self, size_mb: int | None, expected: list[bool | None]) -> None:
        assert self.cache(size_mb) == expected

    def test_a_byte_too_many(self) -> None:
        assert self.cache(5120, (4 * GIGABYTE, GIGABYTE + 1)) == [False, True]
        assert self.cache(4096, (4 * GIGABYTE + 1, 0)) == [False, False]

    def test_unknown_sizes(self) -> None:
        assert self.cache(5120, (4 * GIGABYTE, ...)) == [None, None]
        assert self.cache(4095, (4 * GIGABYTE, ...)) == [False, False]
        assert self.cache(5120, packages=...) == [None, None]

    def test_steps_that_are_not_described(self) -> None:
        assert self.cache(5120, task_sequences=with_child(steps=...)) == [None, None]
        assert self.cache(4095, task_sequences=with_child(steps=...)) == [False, False]

    def test_a_sequence_without_content_fits_into_any_cache(self) -> None:
        assert self.cache(1, task_sequences=[sequence(steps=[])]) == [True, True]

    @pytest.mark.parametrize(
        ("sizes", "expected"),
        [
            ((0, 0), [True, True]),
            ((MEGABYTE - 1, 1), [True, True]),
            ((MEGABYTE, 1), [None, True]),
            ((MEGABYTE + 1, 0), [None, None]),
            ((0, ...), [None, None]),
            ((2**60, 0), [None, None]),
            ((2**60, 1), [False, None]),
        ],
    )
    def test_of_unknown_size(self, sizes: tuple[Any, Any], expected: list[bool | None]) -> None:
        assert self.cache(None, sizes) == expected

    def test_of_unknown_size_and_nothing_to_hold(self) -> None:
        assert self.cache(None, task_sequences=[sequence(steps=[])]) == [True, True]
        assert self.cache(None, task_sequences=[sequence(steps=[step()])]) == [None, None]

    def test_the_smallest_and_the_largest_are_those_that_can_be_described(self) -> None:
        for size in CACHES_MB:
            assert ClientCache(size_mb=size).size_mb == size
        for size in (CACHES_MB[0] - 1, CACHES_MB[1] + 1):
            with pytest.raises(ValueError, match="size_mb"):
                ClientCache(size_mb=size)


class TestGroups:
    """What lies in a group counts like what lies beside it."""

    def test_children_are_run_from_groups(self) -> None:
        run = group(group(step("run-task-sequence", task_sequence="Child")))
        for enabled in (True, False):
            sequences = [sequence(steps=[run]), sequence("Child", enabled=enabled)]
            assert known("child_sequences_enabled", task_sequences=sequences) is enabled

    def test_steps_of_both_kinds(self) -> None:
        download = group(group(step("download-package-content", packages=[])))
        assert known("download_content_step", task_sequences=[sequence(steps=[download])]) is True
        upgrade = group(step("upgrade-operating-system", [], network_path=True))
        assert known("network_path", task_sequences=[sequence(steps=[upgrade])]) is True

    def test_packages_of_steps(self) -> None:
        sequences = [sequence(steps=[group(step(packages=["Windows"]), group(step(packages=["Office"])))])]
        assert known("cache_holds_all", task_sequences=sequences) is True
        assert known("content_in_cloud", task_sequences=sequences) is False

    @pytest.mark.parametrize(
        "fact",
        [
            "child_sequences_enabled",
            "download_content_step",
            "network_path",
            "cache_holds_all",
            "content_in_cloud",
            "packages_on_share",
        ],
    )
    @pytest.mark.parametrize("unknown", [unknown_group(), group(unknown_group())])
    def test_a_group_that_does_not_tell_its_steps_may_hold_anything(self, fact: str, unknown: Any) -> None:
        assert known(fact) is not None
        assert known(fact, task_sequences=[sequence(steps=[group()])]) is not None
        assert known(fact, task_sequences=[sequence(steps=[unknown])]) is None
        assert known(fact, task_sequences=with_child(steps=[unknown])) is None

    def test_what_is_told_beside_it_may_settle_it(self) -> None:
        found = [unknown_group(), group(step("download-package-content"))]
        assert known("download_content_step", task_sequences=[sequence(steps=found)]) is True
        disabled = [sequence(steps=[unknown_group(), step("run-task-sequence", task_sequence="Child")])]
        assert known("child_sequences_enabled", task_sequences=[*disabled, sequence("Child", enabled=False)]) is False

    def test_conditions_change_no_fact(self) -> None:
        never = {"conditions": [{"subject": "model", "comparison": "not-exists"}]}
        download = step("download-package-content", [], **never)
        assert known("download_content_step", task_sequences=[sequence(steps=[group(download, **never)])]) is True
