import json

from hypothesis import given

from dod_model.site import Site
from dod_model.strategies import sites
from tests.laws.site_parts import given_paths


class TestRoundTrip:
    """A site written and read is the same site; what was left out, null and empty lists stay what they were."""

    @given(sites())
    def test_json(self, site: Site) -> None:
        again = Site.model_validate_json(site.to_json())
        assert again == site
        assert dict(given_paths(again)) == dict(given_paths(site))
        assert again.to_json() == site.to_json()

    @given(sites())
    def test_plain_data(self, site: Site) -> None:
        assert Site.model_validate(site.model_dump()) == site
        assert Site.model_validate(site.model_dump(mode="json")) == site

    @given(sites())
    def test_json_has_what_was_given_and_nothing_else(self, site: Site) -> None:
        def paths(value: object, path: str) -> list[str]:
            if isinstance(value, dict):
                return [found for name, item in value.items() for found in paths(item, f"{path}.{name}")]
            if isinstance(value, list) and value:
                return [found for index, item in enumerate(value) for found in paths(item, f"{path}[{index}]")]
            return [f"{path} {'null' if value is None else 'empty' if value == [] else 'value'}"]

        expected = {
            f"{path} {'null' if value is None else 'empty' if value == () else 'value'}"
            for path, value in given_paths(site)
        }
        assert expected <= set(paths(json.loads(site.to_json()), "site"))
