"""``dod kit export``: the vectors and their schemas as files."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import click

from dod_model.cli.kit.writing import write_whole
from dod_model.cli.schema import schema_of
from dod_model.errors import DodError
from dod_model.kit.shipped import KINDS, vector_count, vector_text
from dod_model.render.wording import printable

SCHEMAS = {"vectors": "vectors.schema.json", "site": "site.schema.json", "kit": "report.schema.json"}
"""The schemas that are written, by what `dod schema` calls them."""

EPILOG = """\b
Examples:
  dod kit export vectors/
  dod kit export dod-vectors.zip

\b
Written are a JSON file for each kind of vector, with one vector a line, the JSON
Schemas of these files, of a description of a site and of a report, and a README.txt.
The same version writes the same bytes.

\b
Exit codes: 0 written; 2 usage, or the files cannot be written."""

README = """Documented cases of task sequence download on demand over the internet
======================================================================

Recorded by dod-model {version}. Each file has one kind of vector, one on each line
between the first and the last; the whole is a JSON document.

{kinds}

A vector is a question with the answer that the documents give:

  question    a site, an attempt and a wish; `site` is described by {site}
  expect      the outcome, and the ids of the requirements that are violated or undetermined;
              or what a run comes to
  standing    how firmly the documents stand behind that: an outcome is documented, contested
              (documents contradict one another) or inferred; so are the requirements listed there
  asks        what is compared: a tool that does not answer unknowns or run is not asked a
              vector that names it; without violated or plan it is asked all the same

To try a tool without this package, ask it each question and compare: the outcome; of each
requirement whether it is violated, undetermined or neither, in expect and in the answer, as
sets. What is in standing.met is met; what is in none of the lists is not applicable. Only
what differs and is documented counts against the tool: neither in standing.inferred nor in
standing.contested, or for the outcome where standing.outcome is documented.

The entries of relations.json are two questions each, whose answers stand in a relation.
What a description of a site leaves out is unknown; a list that is given is complete.

{vectors} is the JSON Schema of the files, {kit} that of the
reports of `dod kit run -o json`, which asks a tool all of this:

  dod kit run -- COMMAND
"""


@click.command(name="export", epilog=EPILOG)
@click.argument("target", metavar="FOLDER_OR_ZIP", type=click.Path(path_type=Path))
@click.option("--force", is_flag=True, help="Write also where there is something; other files stay.")
def export_command(target: Path, *, force: bool) -> None:
    """Write the vectors and their schemas into a folder, or into an archive if its name ends in .zip."""
    archive = target.suffix.lower() == ".zip"
    _refuse(target, archive=archive, force=force)
    files = _files()
    if archive:
        write_whole(target, zipped(files))
    else:
        _write(target, files)
    click.echo(f"{len(files)} files in {printable(str(target))}")


def _refuse(target: Path, *, archive: bool, force: bool) -> None:
    """Say no before anything is overwritten.

    Raises:
        click.UsageError: something is there, or is of the wrong kind.
    """
    name = printable(str(target))
    if archive and target.is_dir():
        raise click.UsageError(f"'{name}' is a folder, but its name is that of an archive.")
    if not archive and target.exists() and not target.is_dir():
        raise click.UsageError(f"'{name}' is a file, expected a folder, or a name that ends in .zip.")
    there = target.exists() if archive else target.is_dir() and any(target.iterdir())
    if there and not force:
        what = "there is such a file" if archive else "the folder is not empty"
        raise click.UsageError(f"'{name}': {what}; --force writes there all the same.")


def _files() -> dict[str, str]:
    """Every file by its name, in alphabetical order."""
    files = {f"{kind}.json": vector_text(kind) for kind in KINDS}
    counts = [f"  {name:<18}{vector_count(text):>6,}" for name, text in files.items()]
    for of, name in SCHEMAS.items():
        files[name] = json.dumps(schema_of(of), indent=2) + "\n"
    files["README.txt"] = README.format(version=version("dod-model"), kinds="\n".join(counts), **SCHEMAS)
    return dict(sorted(files.items()))


def _write(folder: Path, files: Mapping[str, str]) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = f"the folder '{printable(str(folder))}' cannot be made: {error.strerror or error}"
        raise DodError(message) from None
    for name, text in files.items():
        write_whole(folder / name, text.encode())


def zipped(files: Mapping[str, str]) -> bytes:
    """An archive; the same bytes for the same files, for it has no times and no owners."""
    buffer = io.BytesIO()
    with ZipFile(buffer, "w") as archive:
        for name, text in files.items():
            entry = ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            entry.external_attr = 0o100644 << 16
            entry.create_system = 3
            entry.compress_type = ZIP_DEFLATED
            archive.writestr(entry, text.encode())
    return buffer.getvalue()
