"""A small site on which all is well, told in full, and what is attempted on it."""

from typing import Any

from dod_model.attempt import Attempt
from dod_model.facts import Facts
from dod_model.site import Site
from dod_model.situation import Situation, derive, resolve

ATTEMPT = Attempt("Upgrade laptops", "LT-001")
HEALTHY: dict[str, Any] = {
    "release": "1910",
    "enhanced_http": False,
    "management_points": [{"name": "MP01", "https": True, "gateway_traffic": True}],
    "packages": [
        {"name": "Windows", "version": 3, "size": 4 * 2**30, "package_share": True},
        {"name": "Drivers", "version": 1, "size": 2**30, "package_share": True},
        {"name": "Office", "version": 1, "size": 2**30, "package_share": True},
    ],
    "gateways": [
        {
            "name": "CMG-EAST",
            "state": "running",
            "serves_content": True,
            "content": [
                {"package": "Windows", "state": "installed", "version": 3},
                {"package": "Drivers", "state": "installed", "version": 1},
            ],
        }
    ],
    "cloud_distribution_points": [],
    "distribution_points": [],
    "task_sequences": [
        {
            "name": "Upgrade",
            "upgrade": True,
            "boot_image": None,
            "enabled": True,
            "run_another_program_first": None,
            "steps": [
                {"name": "Check", "kind": "other", "packages": []},
                {"name": "Stage drivers", "kind": "run-task-sequence", "task_sequence": "Child"},
                {
                    "name": "Upgrade",
                    "kind": "upgrade-operating-system",
                    "packages": ["Windows"],
                    "network_path": False,
                },
            ],
        },
        {
            "name": "Child",
            "upgrade": False,
            "boot_image": None,
            "enabled": True,
            "run_another_program_first": None,
            "steps": [{"name": "Drivers", "kind": "other", "packages": ["Drivers"]}],
        },
    ],
    "collections": [{"name": "Laptops", "members": ["LT-001"]}, {"name": "Pilot", "members": ["LT-002"]}],
    "deployments": [
        {
            "name": "Upgrade laptops",
            "task_sequence": "Upgrade",
            "collection": "Laptops",
            "purpose": "available",
            "available_to": "clients",
            "option": "download-when-needed",
            "internet": True,
            "independent_of_assignments": True,
            "pre_download": False,
            "metered": False,
        }
    ],
    "client_settings": {
        "default": {
            "cloud_services": {"use_gateway": True, "cloud_content": True},
            "computer_agent": {"install_permissions": "all-users"},
            "metered_connections": {"communication": "block"},
            "client_cache": {"size_mb": 10240},
        },
        "custom": [],
    },
    "clients": [
        {"name": "LT-001", "release": "1910", "registration": "azure-ad", "metered": False},
        {"name": "LT-002", "release": "1910", "registration": "azure-ad", "metered": False},
    ],
}


def site(**changes: Any) -> Site:
    """The healthy site with some of its fields set anew; ``...`` leaves a field out."""
    fields = {**HEALTHY, **changes}
    return Site.model_validate({name: value for name, value in fields.items() if value is not ...})


def situation(attempt: Attempt = ATTEMPT, **changes: Any) -> Situation:
    """What is attempted, on the healthy site or a changed one."""
    return resolve(site(**changes), attempt)


def facts(attempt: Attempt = ATTEMPT, **changes: Any) -> Facts:
    """The facts, of the healthy site or a changed one."""
    return derive(site(**changes), attempt)


def known(fact: str, attempt: Attempt = ATTEMPT, **changes: Any) -> Any:
    """One fact, of the healthy site or a changed one; None for unknown."""
    return facts(attempt, **changes).known().get(fact)


def held(package: str, state: str = "installed", version: int | None = 1) -> dict[str, Any]:
    """A package on a source."""
    return {"package": package, "state": state} | ({} if version is None else {"version": version})


WINDOWS, DRIVERS = held("Windows", version=3), held("Drivers")


def gateway(name: str = "CMG-EAST", content: Any = (), state: Any = "running", serves: Any = True) -> dict[str, Any]:
    """A gateway; ``...`` leaves a field out."""
    fields = {"name": name, "state": state, "serves_content": serves, "content": content}
    return {field: value for field, value in fields.items() if value is not ...}


def cloud_dp(content: Any = (), state: Any = "running", name: str = "CDP-EAST") -> dict[str, Any]:
    """A cloud distribution point; ``...`` leaves a field out."""
    fields = {"name": name, "state": state, "content": content}
    return {field: value for field, value in fields.items() if value is not ...}


def sequence(like: str = "Upgrade", /, **changes: Any) -> dict[str, Any]:
    """A task sequence of the healthy site with some fields set anew; ``...`` leaves a field out."""
    described = next(one for one in HEALTHY["task_sequences"] if one["name"] == like)
    return {field: value for field, value in {**described, **changes}.items() if value is not ...}


def step(kind: str = "other", packages: Any = ..., **fields: Any) -> dict[str, Any]:
    """A step; ``...`` leaves its packages out."""
    return {"name": "A step", "kind": kind, **fields} | ({} if packages is ... else {"packages": packages})


def group(*steps: Any, **fields: Any) -> dict[str, Any]:
    """A group of steps."""
    return {"name": "A group", "kind": "group", "steps": list(steps), **fields}


def unknown_group() -> dict[str, Any]:
    """A group of which the steps are left out."""
    return {"name": "A group", "kind": "group"}
