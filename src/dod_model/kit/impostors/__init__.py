"""Impostors: tools that are wrong in one way each, to see whether some case shows it.

An impostor that no vector exposes is a hole in the spec. `dod_model.kit.killing` looks for them.
"""

from collections.abc import Mapping
from types import MappingProxyType

from dod_model.kit.impostors.advice import ADVICE
from dod_model.kit.impostors.content import CONTENT
from dod_model.kit.impostors.defaults import DEFAULTS
from dod_model.kit.impostors.defects import DEFECTS
from dod_model.kit.impostors.deployments import DEPLOYMENTS
from dod_model.kit.impostors.gateways import GATEWAYS
from dod_model.kit.impostors.impostor import Case, Impostor
from dod_model.kit.impostors.releases import RELEASES
from dod_model.kit.impostors.sequences import SEQUENCES
from dod_model.kit.impostors.settings import SETTINGS
from dod_model.kit.impostors.starting import STARTING
from dod_model.kit.impostors.unknowns import UNKNOWNS

TOPICS: Mapping[str, tuple[Impostor, ...]] = MappingProxyType(
    {
        "Which release can what?": RELEASES,
        "The defects of 2002": DEFECTS,
        "What is a task sequence, and where is it run?": SEQUENCES,
        "What has a gateway to be and do?": GATEWAYS,
        "What counts as content in the cloud?": CONTENT,
        "Which client settings count?": SETTINGS,
        "What holds where nothing is said?": DEFAULTS,
        "How may it be started, and by whom?": STARTING,
        "How has it to be deployed?": DEPLOYMENTS,
        "What is only advised?": ADVICE,
        "What is made of the unknown?": UNKNOWNS,
    }
)
"""The impostors by the question that they answer wrongly."""

IMPOSTORS: Mapping[str, Impostor] = MappingProxyType({one.id: one for each in TOPICS.values() for one in each})
"""Every impostor by its id."""

__all__ = ["IMPOSTORS", "TOPICS", "Case", "Impostor"]
