from typing import Any

import pytest
from pydantic import ValidationError

from dod_model.site import (
    MISSING,
    Client,
    CloudManagementGateway,
    CloudServices,
    Condition,
    Content,
    ContentState,
    Deployment,
    DeploymentOption,
    Package,
    Site,
    Step,
    TaskSequence,
    with_fields,
)
from dod_model.site.described import Described

SITE = Site.model_validate(
    {
        "release": 1910,
        "packages": [{"name": "Windows", "version": 3}, {"name": "Drivers", "version": 1}],
        "gateways": [],
        "task_sequences": [{"name": "Upgrade", "boot_image": None}],
    }
)


MEANS_SOMETHING = {
    (Step, "if_statement"): "all",
    (Condition, "variable"): "it asks about no variable",
    (Condition, "value"): "it compares with nothing, only whether there is something",
}
"""What leaving out these means; of all others it is unknown."""


def parts(model: type[Described] = Site) -> set[type[Described]]:
    """Every kind of part that a site has."""
    found: set[type[Described]] = {model}
    pending = [field.annotation for field in model.model_fields.values()]
    while pending:
        kind: Any = pending.pop()
        if isinstance(kind, type) and issubclass(kind, Described):
            if kind not in found:
                found.add(kind)
                pending.extend(field.annotation for field in kind.model_fields.values())
        else:
            pending.extend(getattr(kind, "__args__", ()))
    return found


class TestFields:
    @pytest.mark.parametrize("part", sorted(parts(), key=repr))
    def test_each_says_what_it_means_and_what_leaving_it_out_means(self, part: type[Described]) -> None:
        for name, field in part.model_fields.items():
            assert field.description, name
            left_out = MEANS_SOMETHING.get((part, name), "unknown")
            assert field.is_required() or f"Left out: {left_out}." in field.description, name
            assert field.is_required() or field.default is MISSING, name

    def test_there_are_all_parts(self) -> None:
        assert len(parts()) == 21

    @pytest.mark.parametrize(
        ("part", "field", "label"),
        [
            (
                CloudManagementGateway,
                "serves_content",
                "**Allow CMG to function as a cloud distribution point and serve content from Azure storage**",
            ),
            (CloudServices, "use_gateway", "**Enable clients to use a cloud management gateway**"),
            (CloudServices, "cloud_content", "**Allow access to cloud distribution point**"),
            (Deployment, "internet", "**Allow task sequence to run for client on the Internet**"),
            (Deployment, "available_to", "**Make available to the following**"),
            (
                Deployment,
                "independent_of_assignments",
                "**Allow user to run the program independently of assignments**",
            ),
            (TaskSequence, "run_another_program_first", "**Run another program first**"),
        ],
    )
    def test_labels_are_those_of_the_console(self, part: type[Described], field: str, label: str) -> None:
        assert f"Console: {label}." in (part.model_fields[field].description or "")

    def test_unknown_fields_are_refused(self) -> None:
        with pytest.raises(ValidationError, match="extra_forbidden"):
            Site.model_validate({"weather": "fine"})
        with pytest.raises(ValidationError, match="extra_forbidden"):
            Client.model_validate({"name": "A", "weather": "fine"})

    def test_they_are_frozen(self) -> None:
        with pytest.raises(ValidationError, match="frozen"):
            SITE.release = MISSING  # type: ignore[misc]

    @pytest.mark.parametrize(
        ("part", "fields"),
        [
            (Client, {"name": ""}),
            (Client, {"name": "  "}),
            (Client, {"name": "x" * 257}),
            (Client, {}),
            (Client, {"name": "A", "metered": "yes"}),
            (Client, {"name": "A", "metered": 1}),
            (Client, {"name": "A", "metered": None}),
            (Package, {"name": "A", "version": -1}),
            (Package, {"name": "A", "version": "1"}),
            (Package, {"name": "A", "version": 1.0}),
            (Package, {"name": "A", "size": -1}),
            (Package, {"name": "A", "size": 2**60 + 1}),
            (Content, {"package": "A", "state": "Installed"}),
            (Content, {"package": "A", "version": -1}),
            (Site, {"client_settings": {"default": {"client_cache": {"size_mb": 0}}}}),
            (Site, {"client_settings": {"default": {"client_cache": {"size_mb": 2**40 + 1}}}}),
            (Site, {"client_settings": {"custom": [{"name": "A", "priority": 0}]}}),
            (Site, {"client_settings": {"custom": [{"name": "A", "priority": 100_001}]}}),
            (Site, {"client_settings": {"custom": [{"name": "A"}]}}),
            (Site, {"packages": None}),
            (Site, {"deployments": [{"name": "D", "collection": "C"}]}),
        ],
    )
    def test_values_of_wrong_form_are_refused(self, part: type[Described], fields: dict[str, Any]) -> None:
        with pytest.raises(ValidationError):
            part.model_validate(fields)

    def test_values_at_the_limits_are_taken(self) -> None:
        assert Client(name=f" {'x' * 256} ").name == "x" * 256
        assert Package(name="A", version=0, size=2**60).size == 2**60
        assert Package(name="A", size=0).size == 0
        for size in (1, 2**40):
            Site.model_validate({"client_settings": {"default": {"client_cache": {"size_mb": size}}}})
        for priority in (1, 100_000):
            Site.model_validate({"client_settings": {"custom": [{"name": "A", "priority": priority}]}})

    def test_parts_that_do_not_fit_together_are_refused(self) -> None:
        with pytest.raises(ValidationError, match=r"packages\[1\]\.name: .*given twice.*; clients\[1\]\.name"):
            Site.model_validate({"packages": [{"name": "A"}] * 2, "clients": [{"name": "B"}] * 2})


class TestLeftOut:
    def test_left_out_null_and_empty_are_three_things(self) -> None:
        left_out, null = TaskSequence(name="A"), TaskSequence(name="A", boot_image=None)
        assert left_out != null
        assert left_out.boot_image is MISSING
        assert left_out.known() == {"name": "A"}
        assert null.known() == {"name": "A", "boot_image": None}
        assert null.model_dump(mode="json") == {"name": "A", "boot_image": None}
        assert left_out.model_dump(mode="json") == {"name": "A"}
        assert Site(packages=()).to_json() == '{\n  "packages": []\n}'
        assert Site().to_json() == "{}"

    def test_they_print_what_was_given(self) -> None:
        assert repr(Client(name="A", metered=False)) == "Client(name='A', metered=False)"
        assert repr(Site()) == "Site()"


class TestNamed:
    def test_the_object_of_that_name(self) -> None:
        assert SITE.named("packages", "Drivers") == Package(name="Drivers", version=1)

    def test_the_nearest_name_is_told(self) -> None:
        with pytest.raises(KeyError, match=r"there is no 'Driver' in packages\. Did you mean 'Drivers'\?"):
            SITE.named("packages", "Driver")

    @pytest.mark.parametrize(("kind", "name"), [("packages", "Office"), ("gateways", "X"), ("clients", "LT-001")])
    def test_there_is_none(self, kind: Any, name: str) -> None:
        with pytest.raises(KeyError, match=name):
            SITE.named(kind, name)


class TestChanges:
    def test_some_fields_of_one_object(self) -> None:
        changed = SITE.changed("packages", "Drivers", version=2, size=5)
        assert changed.packages == (Package(name="Windows", version=3), Package(name="Drivers", version=2, size=5))
        assert SITE.named("packages", "Drivers").version == 1
        assert changed.task_sequences == SITE.task_sequences

    def test_a_field_is_taken_out(self) -> None:
        assert SITE.changed("packages", "Windows", version=MISSING).named("packages", "Windows") == Package(
            name="Windows"
        )

    def test_of_an_object_that_is_not_there(self) -> None:
        with pytest.raises(KeyError):
            SITE.changed("packages", "Office", version=2)

    def test_a_field_that_is_not_there(self) -> None:
        with pytest.raises(TypeError, match="Package has no field colour, weight"):
            SITE.changed("packages", "Windows", weight=1, colour="red")

    def test_an_object_is_replaced(self) -> None:
        office = Package(name="Office")
        assert SITE.replaced("packages", "Windows", office).packages == (office, Package(name="Drivers", version=1))

    def test_an_object_is_added(self) -> None:
        gateway = CloudManagementGateway(name="CMG")
        assert SITE.added("gateways", gateway).gateways == (gateway,)
        client = Client(name="LT-001")
        assert SITE.added("clients", client).clients == (client,)
        office = Package(name="Office")
        assert SITE.added("packages", office).packages == (
            SITE.named("packages", "Windows"),
            SITE.named("packages", "Drivers"),
            office,
        )

    def test_with_fields(self) -> None:
        deployment = Deployment(name="D", task_sequence="T", collection="C", option=DeploymentOption.BEFORE_START)
        assert with_fields(deployment, option=MISSING) == Deployment(name="D", task_sequence="T", collection="C")
        content = Content(package="P")
        assert with_fields(content, state=ContentState.FAILED).state is ContentState.FAILED
        assert content.state is MISSING
