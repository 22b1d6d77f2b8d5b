import os
import subprocess
import sys

import pytest


class TestFixtures:
    def test_they_are_there(self, pytester: pytest.Pytester) -> None:
        pytester.makepyfile("""
            import pytest
            from dod_model import assess

            def test_healthy(dod_healthy):
                assert assess(*dod_healthy).reached

            def test_fault(dod_fault):
                site, attempt, wish = dod_fault("gateway-serves-content")
                assert [one.id for one in assess(site, attempt, wish).findings if one.verdict.value == "violated"] == [
                    "gateway-serves-content"
                ]

            def test_misspelt(dod_fault):
                with pytest.raises(LookupError, match="Did you mean 'gateway-serves-content'"):
                    dod_fault("gateway-serve-content")
        """)
        pytester.runpytest_inprocess().assert_outcomes(passed=3)


def test_loading_it_imports_nothing_heavy(pytester: pytest.Pytester) -> None:
    pytester.makepyfile("""
        import sys

        def test_it():
            heavy = {"pydantic", "hypothesis", "behave", "click", "yaml", "dod_model.kit", "dod_model.assessment"}
            assert "dod_model.pytest_plugin" in sys.modules
            assert not heavy & set(sys.modules)
    """)
    plain = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST", "COV"))}
    told = subprocess.run(
        [sys.executable, "-m", "pytest", "-q"], capture_output=True, text=True, check=False, env=plain
    )
    assert "1 passed" in told.stdout, told.stdout
