"""In the interpreter of the pages: turn an archive of sources into one that is compiled for it.

Reads /sources.zip, writes /python.zip and /beginning.json. A compiled module lies where its source would be. What
behave reads as text (the spec) and what is no module stays as it is.
"""

import sys

BEFORE = frozenset(sys.modules)

import hashlib  # noqa: E402 - what is imported from here on is what a page will import
import importlib.util  # noqa: E402
import json  # noqa: E402
import marshal  # noqa: E402
import shutil  # noqa: E402
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo  # noqa: E402

FIRST_TIME = (1980, 1, 1, 0, 0, 0)  # the earliest that an archive can tell
SOURCES = ("behave/", "colorama/", "cucumber_", "parse", "six.py")
LATER = ("behave", "pydantic", "pydantic_core")
UNCHECKED_HASH = (1).to_bytes(4, "little")


def compiled(name: str, source: bytes) -> bytes:
    """The file of a compiled module, which is taken as it is: there is no source to compare it with."""
    code = compile(source, f"/app/{name}", "exec", dont_inherit=True, optimize=0)
    return importlib.util.MAGIC_NUMBER + UNCHECKED_HASH + importlib.util.source_hash(source) + marshal.dumps(code)


def is_compiled(name: str) -> bool:
    """Whether the first verdict imports it. behave comes later, and is smaller as source."""
    return name.endswith(".py") and "/_spec/" not in name and not name.startswith(SOURCES)


def compile_all() -> None:
    """Write the archive of compiled modules."""
    with ZipFile("/sources.zip") as sources, ZipFile("/python.zip", "w", compresslevel=9) as archive:
        for name in sources.namelist():
            source, compiles = sources.read(name), is_compiled(name)
            entry = ZipInfo(f"{name}c" if compiles else name, FIRST_TIME)
            entry.compress_type = ZIP_DEFLATED
            archive.writestr(entry, compiled(name, source) if compiles else source)


def first_modules() -> list[str]:
    """What a page imports that a kept interpreter may have already: all that does not want pydantic.

    Its compiled part is a library of its own, which the memory of an interpreter does not hold.
    """
    shutil.unpack_archive("/python.zip", "/app")
    sys.path.insert(0, "/app")
    from dod_model.browser.door import QUESTIONS  # it is in the archive

    for name in sorted(set(QUESTIONS.values())):
        importlib.import_module(f"dod_model.browser.{name}")
    wanted = [name for name in sys.modules if name not in BEFORE and not name.startswith(LATER)]
    for name in [*wanted, *(name for name in sys.modules if name.startswith(LATER))]:
        if name.partition(".")[0] not in sys.stdlib_module_names:
            del sys.modules[name]
    sys.modules.update(dict.fromkeys(LATER))  # type: ignore[arg-type] # who imports one of them fails
    return [name for name in wanted if imports(name)]


def imports(name: str) -> bool:
    """Whether a module can be imported."""
    try:
        importlib.import_module(name)
    except ImportError:
        return False
    return True


compile_all()
modules = first_modules()
with open("/python.zip", "rb") as archive:  # noqa: PTH123 - pathlib would be among the modules
    digest = hashlib.sha256(archive.read()).hexdigest()[:16]
with open("/beginning.json", "w", encoding="utf-8") as file:  # noqa: PTH123
    json.dump({"archive": digest, "modules": modules}, file)
