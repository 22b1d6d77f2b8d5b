"""Impostors that take the defects of 2002 otherwise."""

from __future__ import annotations

from dataclasses import replace

from dod_model.abilities import DEFECT_2002, Span
from dod_model.kit.impostors.deviating import asked_where, found, held, never_asked
from dod_model.kit.impostors.impostor import Impostor
from dod_model.requirements.gateway_and_content import no_defect_of_2002
from dod_model.situation.resolving import given

_UNFIXED = replace(DEFECT_2002, current=Span(since=2002))

DEFECTS = (
    Impostor(
        "defects-of-2002-forgotten",
        "Nothing is the matter with 2002: it can what 1910 can.",
        ("F017", "G09"),
        holds=(never_asked(no_defect_of_2002),),
    ),
    Impostor(
        "defects-of-2002-unfixed",
        "The defects came with 2002 and are in every release from then on.",
        ("F017",),
        holds=(asked_where(no_defect_of_2002, lambda facts: facts.site_can(_UNFIXED)),),
    ),
    Impostor(
        "bulk-token-harmless",
        "The defect of 2002 is about Enhanced HTTP; how a client was registered does not matter.",
        ("F017",),
        holds=(held(no_defect_of_2002, lambda facts: not facts.enhanced_http_management_point),),
    ),
    Impostor(
        "http-management-point-harmless",
        "The defect of 2002 is about clients with a bulk registration token; the management point does not matter.",
        ("F017", "F042"),
        holds=(held(no_defect_of_2002, lambda facts: not facts.bulk_token),),
    ),
    Impostor(
        "enhanced-http-alone-strikes",
        "In 2002 no sequence runs where the site is set to Enhanced HTTP, whatever its management points are.",
        ("F017", "F042"),
        reads=found(enhanced_http_management_point=lambda situation: given(situation.site.enhanced_http)),
    ),
)
"""What keeps sequences from running in 2002."""
