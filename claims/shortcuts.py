"""The desk's keyboard shortcuts: what they are called, what they do, and which key a person has for each.

A single letter that acts can be set off by speech input or by a hand that slips, so each can be given another key, all
can be switched off, and none acts while somebody types (WCAG 2.1.4). Templates put a command on a link, a button or a
box with the tag `{% key "accept" %}`; keys.js presses what carries the key.
"""

from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser

from claims.models import User


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that a key does. `name` is what a template calls it, `where` the pages that have it."""

    name: str
    key: str
    does: str
    where: str


COMMANDS = (
    Command("help", "?", "Show the keys of the page", "Every page"),
    Command("notifications", "n", "Open your notifications", "Every page"),
    Command("own", "o", "Take it as your work", "Pages of items"),
    Command("give", "h", "Give it to a colleague", "Pages of items"),
    Command("watch", "w", "Watch it, or stop watching", "Pages of items"),
    Command("comment", "c", "Write a comment", "Pages of items"),
    Command("next", "j", "Next", "Lists"),
    Command("previous", "k", "Previous", "Lists"),
    Command("mark", "x", "Choose for a step on many", "Lists"),
    Command("accept", "a", "Accept", "Inbox"),
    Command("reject", "r", "Reject, for a reason", "Inbox"),
    Command("edit", "e", "Edit the words and topics", "Inbox"),
    Command("merge", "m", "Merge into another", "Inbox"),
    Command("undo", "u", "Undo the last step", "Inbox"),
    Command("accept_marked", "A", "Accept all that are chosen", "Inbox"),
    Command("reject_marked", "R", "Reject all that are chosen", "Inbox"),
    Command("agree", "g", "Take over the machine's suggestion", "Workbench"),
    Command("decide", "d", "Decide", "Workbench"),
    Command("take", "t", "Take under review", "Workbench"),
    Command("find", "f", "Attach evidence", "Workbench"),
)
BY_NAME = {command.name: command for command in COMMANDS}


def key_for(user: User | AnonymousUser, name: str) -> str:
    """The key of the command `name` for this person; empty where they have switched the keys off.

    Raises KeyError for a command that there is not.
    """
    command = BY_NAME[name]
    if not isinstance(user, User) or not user.shortcuts_on:
        return ""
    return str(user.shortcuts.get(name, command.key))
