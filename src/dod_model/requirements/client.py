"""May the client use the gateway and take content from the cloud?"""

from __future__ import annotations

from dod_model.facts import Facts
from dod_model.requirements.failing import NOTHING_ASKED_FOR, OUT_OF_REACH
from dod_model.requirements.remedies import ALLOW_CLOUD_CONTENT, ALLOW_GATEWAY
from dod_model.requirements.requirement import Force, Topic, Touch, always, requirement


def _no_package_needs_the_gateway(facts: Facts) -> bool:
    return not facts.content_needs_gateway


@requirement(
    force=Force.BLOCKS,
    topic=Topic.CLIENT,
    cites="F037 F038 F121 F125 F154",
    touched_by=(
        Touch("E13", _no_package_needs_the_gateway, contests=False),
        Touch("F154", always, contests=False),
    ),
    remedies=(ALLOW_GATEWAY,),
    fails=OUT_OF_REACH,
)
def client_uses_gateway(facts: Facts) -> bool:
    """The client settings that are effective on the client let it use a cloud management gateway."""
    return facts.client_uses_gateway


@requirement(
    force=Force.BLOCKS,
    topic=Topic.CLIENT,
    cites="F037 F038 F039 F120 F125 F154",
    touched_by=(
        Touch("E05", always, contests=False),
        Touch("E13", _no_package_needs_the_gateway, contests=True),
        Touch("F154", always, contests=False),
    ),
    remedies=(ALLOW_CLOUD_CONTENT,),
    fails=NOTHING_ASKED_FOR,
)
def client_gets_cloud_content(facts: Facts) -> bool:
    """The client settings that are effective on the client let it take content from cloud sources.

    One setting governs both kinds: a content-enabled gateway and a cloud distribution point.
    """
    return facts.client_gets_cloud_content
