"""What hypothesis loads when it is imported: strategies for the types of the model, so that `from_type` knows them.

Only the types are imported then, and the strategies when one of them is first drawn from.
"""

from __future__ import annotations

from typing import Any


def register() -> None:
    """Tell hypothesis the strategies of `Site`, `Attempt`, `Facts` and `Release`.

    An `Attempt` is one on the healthy site, for an attempt means nothing without a site. The two together are drawn by
    `dod_model.strategies.situations`.
    """
    from hypothesis import strategies as st

    from dod_model.attempt import Attempt
    from dod_model.facts import Facts
    from dod_model.releases import Release
    from dod_model.site import Site

    st.register_type_strategy(Site, _sites)
    st.register_type_strategy(Attempt, _attempts)
    st.register_type_strategy(Facts, _facts)
    st.register_type_strategy(Release, _releases)


def _sites(_: type) -> Any:
    from dod_model.strategies import sites

    return sites()


def _attempts(_: type) -> Any:
    from dod_model.kit.healthy import HEALTHY
    from dod_model.strategies import attempts

    return attempts(HEALTHY)


def _facts(_: type) -> Any:
    from dod_model.strategies import facts

    return facts()


def _releases(_: type) -> Any:
    from dod_model.strategies import releases

    return releases()
