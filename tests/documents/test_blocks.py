"""A page is cut into blocks; form does not count, words do."""

import time

import pytest

from dod_model.documents.blocks import Kind, blocks, fingerprint, front_matter, normalise, plain

PAGE = """\
---
title: A page
ms.date: 01/02/2020
---

Before the first heading.

# <a name="top"></a> The **title**

<!-- a comment
over two lines -->
A paragraph that goes on
on a second line.

- One item
  goes on
  - A nested item

    A paragraph of the nested item.

1. A numbered item

> [!NOTE]
> A note
> on two lines.
>
> Its second paragraph.

|Name|Value|
|----|:---:|
|a|1|

```text
# not a heading
- not an item
```

[!INCLUDE [Another page](other.md)]
[!INCLUDE [A third page](third.md)]

## Repeated

first

## Other ##

![](picture.png)

## repeated

second
"""


def placed(markdown: str) -> list[tuple[str, int, str]]:
    return [(block.heading, block.ordinal, block.wording) for block in blocks(markdown)]


def test_a_page_is_cut_in_reading_order() -> None:
    assert placed(PAGE) == [
        ("", 1, "Before the first heading."),
        ("The title", 0, "The title"),
        ("The title", 1, "A paragraph that goes on on a second line."),
        ("The title", 2, "One item goes on"),
        ("The title", 3, "A nested item"),
        ("The title", 4, "A paragraph of the nested item."),
        ("The title", 5, "A numbered item"),
        ("The title", 6, "A note on two lines."),
        ("The title", 7, "Its second paragraph."),
        ("The title", 8, "Name Value"),
        ("The title", 9, "a 1"),
        ("The title", 10, "# not a heading - not an item"),
        ("The title", 11, "[!INCLUDE Another page]"),
        ("The title", 12, "[!INCLUDE A third page]"),
        ("Repeated", 0, "Repeated"),
        ("Repeated", 1, "first"),
        ("Other", 0, "Other"),
        ("repeated", 0, "repeated"),
        ("repeated", 2, "second"),
    ]


def test_every_kind_of_block_is_told_apart() -> None:
    kinds = {block.wording: block.kind for block in blocks(PAGE)}
    assert kinds["The title"] is Kind.HEADING
    assert kinds["A note on two lines."] is Kind.PARAGRAPH
    assert kinds["A nested item"] is Kind.ITEM
    assert kinds["a 1"] is Kind.ROW
    assert kinds["# not a heading - not an item"] is Kind.CODE
    assert kinds["[!INCLUDE A third page]"] is Kind.INCLUDE


def test_a_block_knows_its_line() -> None:
    lines = PAGE.splitlines()
    for block in blocks(PAGE):
        if block.kind is not Kind.CODE:
            first_word = block.wording.split()[0]
            assert first_word in lines[block.line - 1], block


@pytest.mark.parametrize("line_end", ["\r\n", "\r", "\n"])
def test_line_ends_and_a_byte_order_mark_do_not_count(line_end: str) -> None:
    assert blocks("\N{BYTE ORDER MARK}" + PAGE.replace("\n", line_end)) == blocks(PAGE)


def test_a_quote_begins_a_block_and_a_line_without_blank_continues_it() -> None:
    assert [words for *_, words in placed("text\n> quoted\nstill quoted\n\n> again")] == [
        "text",
        "quoted still quoted",
        "again",
    ]


def test_text_after_code_is_a_block_of_its_own() -> None:
    assert [words for *_, words in placed("text\n```\ncode\n```\nmore")] == ["text", "code", "more"]


def test_what_begins_an_item_is_taken_off_at_the_beginning_only() -> None:
    assert placed("- see **Updates** node in version\n1910. Then 3. more") == [
        ("", 1, "see Updates node in version"),
        ("", 2, "Then 3. more"),
    ]
    assert placed("In version 1910. Install it - now") == [("", 1, "In version 1910. Install it - now")]


@pytest.mark.parametrize("markdown", ["", "\n\n", "---\n---\n", "<!-- only this -->", "![](a.png)"])
def test_a_page_without_words_has_no_blocks(markdown: str) -> None:
    assert blocks(markdown) == []


@pytest.mark.parametrize(
    "markdown",
    [
        "Set the CMG setting to Yes.",
        "Set the **CMG setting** to *Yes*.",
        "Set the [CMG setting](/some/page#settings) to `Yes`.",
        "Set the [CMG setting][1] to _Yes_.",
        "Set the [CMG setting](/some/page(v=technet.10)#settings) to [Yes](a(b)c(d)).",
        "set  the CMG\n  setting to yes.",
        "Set the<!-- 123 --> CMG setting to Yes.",
        'Set the <a name="x"></a>CMG setting to __Yes__.',
        "Set the CMG&nbsp;setting to Yes\\.",
        "Set the [![CMG setting](picture.png)](/some/page) to Yes.",
    ],
)
def test_form_does_not_count(markdown: str) -> None:
    assert normalise(markdown) == "set the cmg setting to yes."
    assert fingerprint(markdown) == fingerprint("Set the CMG setting to Yes.")


@pytest.mark.parametrize(
    "markdown", ["Set the CMG setting to No.", "Set the CMG settings to Yes.", "Set the CMG to Yes."]
)
def test_words_count(markdown: str) -> None:
    assert fingerprint(markdown) != fingerprint("Set the CMG setting to Yes.")


def test_names_with_underscores_keep_them() -> None:
    assert plain("`_SMSTSLaunchMode` and SMS_Site") == "_SMSTSLaunchMode and SMS_Site"


def test_letters_written_in_two_ways_are_the_same() -> None:
    assert fingerprint("caf\N{LATIN SMALL LETTER E WITH ACUTE}") == fingerprint("cafe\N{COMBINING ACUTE ACCENT}")


def test_a_fingerprint_never_changes_its_meaning() -> None:
    # First 16 hexadecimal digits of the SHA-256 of "abc".
    assert fingerprint("**ABC**") == "ba7816bf8f01cfea"
    assert blocks("abc")[0].fingerprint == "ba7816bf8f01cfea"


def test_front_matter_is_what_stands_between_the_fences() -> None:
    assert front_matter(PAGE) == "title: A page\nms.date: 01/02/2020"
    assert front_matter("no fence\n---\n") == ""
    assert front_matter("---\nnever closed") == ""
    assert front_matter("") == ""


@pytest.mark.parametrize(
    "sign", ["[", "![", "](", "[a](", "[a]((b)", "<!--", "<a", "_a", "*", "> ", "- ", "|", "`", "#", "&"]
)
def test_hostile_text_takes_no_more_than_linear_time(sign: str) -> None:
    started = time.process_time()
    blocks(sign * (400_000 // len(sign)))
    assert time.process_time() - started < 3
