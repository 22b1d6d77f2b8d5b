"""Do the documents in scope speak of such an attempt at all?"""

from __future__ import annotations

from dod_model.abilities import BOOT_IMAGE_OVER_CMG, SCRIPT_OVER_CMG
from dod_model.attempt import Place
from dod_model.facts import Facts

INTRANET = Place.INTRANET  # Bound once: looking it up on the enumeration costs more than comparing.


def covered(facts: Facts) -> bool:
    """Whether the documents on task sequences over the internet speak of the attempt.

    Upgrade sequences are covered at any release, be it to refuse them (F001, F030). A sequence with a boot image
    is refused through 2002 and has conditions of its own from 2006 on (F010, F013). One without is covered
    from 1802 on (F014, F016).
    """
    if facts.place is INTRANET:
        return False
    if facts.upgrade:
        return True
    if facts.boot_image:
        return not facts.site_can(BOOT_IMAGE_OVER_CMG)
    return facts.site_can(SCRIPT_OVER_CMG)


def why_not_covered(facts: Facts) -> str:
    """Why an attempt that is not covered is not."""
    if facts.place is INTRANET:
        return "the client is on the intranet, and these documents speak of clients on the internet"
    if facts.boot_image:
        return "a task sequence with a boot image has conditions of its own over the internet from 2006 on"
    return "before 1802 no document speaks of task sequences over a gateway that are no upgrade"
