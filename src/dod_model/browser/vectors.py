"""``vectors``: does the model in the page answer the vectors of the kit as the documents do?"""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, ValidationError

from dod_model.kit.answers import Aspect
from dod_model.kit.format import VectorFile
from dod_model.kit.in_process import InProcess
from dod_model.kit.judgement import Result
from dod_model.kit.scoring import Scores, judged
from dod_model.kit.system import ModelUnderTest

SHOWN = 20
"""So many vectors that went wrong are named."""


class Asked(BaseModel):
    """What came of asking a file of vectors.

    Attributes:
        problem: why nothing was asked; empty if something was.
        asked: how many vectors were asked.
        agreed: how many answers are as in the documents, in every part.
        otherwise: the ids of the first that are not.
    """

    model_config = ConfigDict(frozen=True)

    problem: str = ""
    asked: int = 0
    agreed: int = 0
    otherwise: tuple[str, ...] = ()


def vectors(file: str) -> str:
    """Ask the model every vector of a file.

    Args:
        file: the text of a file of the kit.

    Returns:
        An `Asked` as JSON.
    """
    try:
        cases = VectorFile.model_validate_json(file)
    except ValidationError as error:
        return Asked(problem=f"this is no file of vectors: {error.errors()[0]['msg']}").model_dump_json()
    model = InProcess("dod_model", ModelUnderTest(), Aspect)
    scores = Scores(model.hello)
    wrong = [
        one.id for one in judged(model, (*cases.vectors, *cases.relations), scores) if one.result is not Result.AGREED
    ]
    return Asked(
        asked=scores.asked, agreed=scores.results[Result.AGREED], otherwise=tuple(wrong[:SHOWN])
    ).model_dump_json()
