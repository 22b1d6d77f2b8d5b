"""A page is found in a folder by its commit, its path, or the longest trailing part of its path."""

import os
from pathlib import Path

import pytest

from dod_model.documents import documents, finding_pages
from dod_model.documents.finding_pages import FolderTooLargeError, Found, Pages

DEPLOY = documents()["DTS1910"]
EARLIER = documents()["DTS1902"]
ANNOUNCED = documents()["SEED"]


def lay(folder: Path, *paths: str) -> Path:
    for path in paths:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text("text", encoding="utf-8")
    return folder


def found(folder: Path, document: object = DEPLOY) -> Found:
    assert isinstance(document, type(DEPLOY))
    return Pages(folder, [DEPLOY, EARLIER, ANNOUNCED]).find(document)


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        ([DEPLOY.place, DEPLOY.path], DEPLOY.place),
        ([DEPLOY.path, EARLIER.place], DEPLOY.path),
        (["memdocs/configmgr/osd/deploy-use/deploy-a-task-sequence.md"], None),
        (["deploy-use/deploy-a-task-sequence.md"], None),
        (["a/deploy-use/deploy-a-task-sequence.md", "b/osd/deploy-use/deploy-a-task-sequence.md"], "b/osd/..."),
    ],
    ids=["at-its-commit", "at-its-path", "folders-renamed", "a-part-only", "the-longest"],
)
def test_where_a_page_is_found(tmp_path: Path, paths: list[str], expected: str | None) -> None:
    wanted = (expected or paths[0]).replace("...", "deploy-use/deploy-a-task-sequence.md")
    assert found(lay(tmp_path, *paths)) == Found(wanted)


def test_the_folder_itself_counts_as_a_part_of_the_path(tmp_path: Path) -> None:
    lay(tmp_path, "deploy-use/deploy-a-task-sequence.md", "other/deploy-a-task-sequence.md")
    assert found(tmp_path / "deploy-use") == Found("deploy-a-task-sequence.md")
    assert found(tmp_path / "other") == Found(None)


def test_a_page_of_the_same_name_in_another_folder_is_another_page(tmp_path: Path) -> None:
    assert found(lay(tmp_path, "old/deploy-a-task-sequence.md", "deploy-use/deploy.md")) == Found(None)


def test_where_several_could_be_meant_none_is_taken(tmp_path: Path) -> None:
    lay(tmp_path, "b/deploy-use/deploy-a-task-sequence.md", "a/deploy-use/deploy-a-task-sequence.md")
    both = ("a/deploy-use/deploy-a-task-sequence.md", "b/deploy-use/deploy-a-task-sequence.md")
    assert found(tmp_path) == Found(None, both)


def test_of_two_commits_each_document_has_its_own(tmp_path: Path) -> None:
    lay(tmp_path, DEPLOY.place, EARLIER.place)
    assert (found(tmp_path), found(tmp_path, EARLIER)) == (Found(DEPLOY.place), Found(EARLIER.place))
    assert found(tmp_path / EARLIER.commit, EARLIER) == Found(EARLIER.path)


def test_an_empty_folder_has_no_page(tmp_path: Path) -> None:
    assert found(tmp_path) == found(tmp_path / "nope") == Found(None)


def test_a_folder_with_the_name_of_a_page_is_none(tmp_path: Path) -> None:
    (tmp_path / DEPLOY.path).mkdir(parents=True)
    assert found(tmp_path) == Found(None)


def test_hidden_folders_are_left_out(tmp_path: Path) -> None:
    assert found(lay(tmp_path, f".git/{DEPLOY.path}")) == Found(None)


# What must not hurt


def test_a_link_that_leads_out_is_no_page(tmp_path: Path) -> None:
    outside = lay(tmp_path / "outside", DEPLOY.path)
    inside = lay(tmp_path / "inside", "readme.md")
    (inside / "deploy-use").mkdir()
    (inside / "deploy-use" / "deploy-a-task-sequence.md").symlink_to(outside / DEPLOY.path)
    assert found(inside) == Found(None)


def test_a_link_to_a_folder_is_not_followed(tmp_path: Path) -> None:
    outside = lay(tmp_path / "outside", DEPLOY.path)
    inside = lay(tmp_path / "inside", "readme.md")
    (inside / "sccm").symlink_to(outside / "sccm", target_is_directory=True)
    (inside / "again").symlink_to(inside, target_is_directory=True)
    assert found(inside) == Found(None)


def test_a_link_within_the_folder_is_a_page(tmp_path: Path) -> None:
    lay(tmp_path, "text.md", "deploy-use/other.md")
    (tmp_path / "deploy-use" / "deploy-a-task-sequence.md").symlink_to(tmp_path / "text.md")
    assert found(tmp_path) == Found("deploy-use/deploy-a-task-sequence.md")


def test_the_folder_may_be_a_link(tmp_path: Path) -> None:
    lay(tmp_path / "checkout", DEPLOY.path)
    (tmp_path / "link").symlink_to(tmp_path / "checkout", target_is_directory=True)
    assert found(tmp_path / "link") == Found(DEPLOY.path)


def test_links_in_a_circle_are_no_page(tmp_path: Path) -> None:
    page = tmp_path / "deploy-use" / "deploy-a-task-sequence.md"
    page.parent.mkdir()
    page.symlink_to(page)
    assert found(tmp_path) == Found(None)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names here")
def test_a_pipe_is_no_page(tmp_path: Path) -> None:
    (tmp_path / "deploy-use").mkdir()
    os.mkfifo(tmp_path / "deploy-use" / "deploy-a-task-sequence.md")
    assert found(tmp_path) == Found(None)


def test_a_folder_with_too_many_files_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finding_pages, "MOST_FILES", 5)
    lay(tmp_path, "a/b/1.md", "a/b/2.md", "3.md")
    assert found(tmp_path) == Found(None)
    lay(tmp_path, "4.md")
    with pytest.raises(FolderTooLargeError, match="more than 5 files; name the folder of the pages itself"):
        found(tmp_path)
