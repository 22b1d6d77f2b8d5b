"""Which client setting counts. Scenarios with these steps carry the tag `@asks-settings`."""

from typing import Any

from behave import given, then

from dod_model.bdd import Context
from dod_model.bdd.words import value_in_words
from dod_model.kit.arranging.labels import SettingLabel, with_custom_settings
from dod_model.kit.healthy import CLIENT


@given("custom client settings {name:Name} with priority {priority:Number} for {reach:Reach}")
def custom_settings(context: Context, name: str, priority: int, reach: Any) -> None:
    """Custom client settings with no group ticked, deployed to a collection with or without the client."""
    context.case.site = with_custom_settings(context.case.site, name, priority, reach)


@then("{setting:EffectiveSetting}")
def is_effectively(context: Context, setting: tuple[SettingLabel, Any]) -> None:
    """The value that counts on LT-001: `"Install permissions" is effectively All Users`."""
    label, wanted = setting
    found = context.case.system.effective(context.case.site, CLIENT, label.group, label.setting)
    assert found == wanted, f"it is effectively {value_in_words(label, found)}"
