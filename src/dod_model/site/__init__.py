"""The domain: site, gateways, distribution points, task sequences, deployments, settings, clients."""

from pydantic import MISSING

from dod_model.site.client import Client, ManagementPoint, Registration, Variable
from dod_model.site.condition import Comparison, Condition, ConditionSubject, IfStatement
from dod_model.site.content import (
    CloudDistributionPoint,
    CloudManagementGateway,
    Content,
    ContentState,
    DistributionPoint,
    Package,
    PackageKind,
    SourceState,
)
from dod_model.site.deployment import AvailableTo, Collection, Deployment, DeploymentOption, Purpose
from dod_model.site.estate import Kind, Site, with_fields
from dod_model.site.grouping import GROUPS_DEEP
from dod_model.site.sequence import Step, StepKind, TaskSequence, every_step, flattened
from dod_model.site.settings import (
    ClientCache,
    ClientSettings,
    CloudServices,
    ComputerAgent,
    CustomSettings,
    InstallPermissions,
    MeteredCommunication,
    MeteredConnections,
    SettingsGroups,
)

__all__ = [
    "GROUPS_DEEP",
    "MISSING",
    "AvailableTo",
    "Client",
    "ClientCache",
    "ClientSettings",
    "CloudDistributionPoint",
    "CloudManagementGateway",
    "CloudServices",
    "Collection",
    "Comparison",
    "ComputerAgent",
    "Condition",
    "ConditionSubject",
    "Content",
    "ContentState",
    "CustomSettings",
    "Deployment",
    "DeploymentOption",
    "DistributionPoint",
    "IfStatement",
    "InstallPermissions",
    "Kind",
    "ManagementPoint",
    "MeteredCommunication",
    "MeteredConnections",
    "Package",
    "PackageKind",
    "Purpose",
    "Registration",
    "SettingsGroups",
    "Site",
    "SourceState",
    "Step",
    "StepKind",
    "TaskSequence",
    "Variable",
    "every_step",
    "flattened",
    "with_fields",
]
