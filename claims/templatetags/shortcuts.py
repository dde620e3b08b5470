"""Keys on what a page offers: `<button {% key "accept" %}>Accept</button>`."""

from django import template
from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString

from claims.shortcuts import COMMANDS, key_for

register = template.Library()
_DOES = {command.name: command.does for command in COMMANDS}


@register.simple_tag(takes_context=True)
def key(context: Context, name: str, does: str = "") -> SafeString | str:
    """The attributes that let keys.js press the element; none where the person has switched the keys off.

    `does` says in the help of this page what the key does here, where that is more than the command's own words.
    """
    chosen = key_for(context["request"].user, name)
    if not chosen:
        return ""
    return format_html('data-key="{}" data-does="{}" aria-keyshortcuts="{}"', chosen, does or _DOES[name], chosen)


@register.simple_tag(takes_context=True)
def key_cap(context: Context, name: str) -> SafeString | str:
    """The key itself, drawn beside the words of a button; nothing where the keys are off."""
    chosen = key_for(context["request"].user, name)
    return format_html('<kbd class="cc-key" aria-hidden="true">{}</kbd>', chosen) if chosen else ""


@register.simple_tag(takes_context=True)
def number_key(context: Context, number: int, does: str) -> SafeString | str:
    """As `key`, for the first nine of a list: the digit chooses."""
    if number > 9 or not key_for(context["request"].user, "help"):
        return ""
    return format_html('data-key="{}" data-does="{}"', number, does)


@register.simple_tag(takes_context=True)
def number_cap(context: Context, number: int) -> SafeString | str:
    """The digit drawn beside a choice that `number_key` gives one."""
    if not key_for(context["request"].user, "help"):
        return ""
    return format_html('<kbd class="cc-key" aria-hidden="true">{}</kbd>', number)
