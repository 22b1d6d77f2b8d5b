"""The documented conditions, each one function, in the order in which they are reported."""

from dod_model.requirements.advice import (
    another_program_first,
    cache_size,
    cloud_distribution_point_has_a_future,
    content_on_a_running_source,
    download_content_step_with_download_all,
    metered_connection,
    network_path_content,
    option_fits_availability,
)
from dod_model.requirements.asking import facts_read
from dod_model.requirements.client import client_gets_cloud_content, client_uses_gateway
from dod_model.requirements.coverage import covered, why_not_covered
from dod_model.requirements.deciding import Verdict, decide
from dod_model.requirements.deployment import (
    allowed_on_the_internet,
    available_to_clients,
    content_downloaded_locally,
    download_on_demand_available,
    on_demand_option_chosen,
)
from dod_model.requirements.gateway_and_content import (
    content_in_the_cloud,
    gateway_serves_content,
    gateway_set_up,
    no_defect_of_2002,
)
from dod_model.requirements.remedies import Remedy
from dod_model.requirements.requirement import Force, Requirement, Topic
from dod_model.requirements.starting import (
    install_permissions_allow_it,
    required_to_start_on_schedule,
    started_from_software_center,
    user_may_start_it,
)
from dod_model.requirements.task_sequence import (
    child_task_sequences_enabled,
    task_sequence_enabled,
    task_sequence_over_the_internet_available,
    upgrade_task_sequence,
)

REQUIREMENTS: tuple[Requirement, ...] = (
    task_sequence_over_the_internet_available,
    upgrade_task_sequence,
    task_sequence_enabled,
    child_task_sequences_enabled,
    gateway_set_up,
    no_defect_of_2002,
    content_in_the_cloud,
    gateway_serves_content,
    client_uses_gateway,
    client_gets_cloud_content,
    started_from_software_center,
    required_to_start_on_schedule,
    user_may_start_it,
    install_permissions_allow_it,
    allowed_on_the_internet,
    available_to_clients,
    content_downloaded_locally,
    download_on_demand_available,
    on_demand_option_chosen,
    download_content_step_with_download_all,
    option_fits_availability,
    another_program_first,
    metered_connection,
    network_path_content,
    cache_size,
    content_on_a_running_source,
    cloud_distribution_point_has_a_future,
)
"""Every requirement, in the order of reports."""

BY_ID: dict[str, Requirement] = {requirement.id: requirement for requirement in REQUIREMENTS}
"""Every requirement by its id."""

__all__ = [
    "BY_ID",
    "REQUIREMENTS",
    "Force",
    "Remedy",
    "Requirement",
    "Topic",
    "Verdict",
    "covered",
    "decide",
    "facts_read",
    "why_not_covered",
]
