"""What can be asked of the command `dod`?"""

from dod_model.publish.commands.pages import command_pages

__all__ = ["command_pages"]
