"""How the editors' desk looks and what is in its menus: the settings of django-unfold, which the admin is drawn by."""

from typing import Any

from django.templatetags.static import static
from django.urls import reverse_lazy

UNFOLD: dict[str, Any] = {
    "SITE_TITLE": "Crosscheck",
    "SITE_HEADER": "Crosscheck",
    "SITE_URL": "/",
    "SITE_SYMBOL": "balance",
    "SITE_FAVICONS": [{"rel": "icon", "type": "image/svg+xml", "href": lambda _: static("claims/favicon.svg")}],
    "ACCOUNT": {
        "navigation": [
            {"title": "My settings", "link": reverse_lazy("desk_settings")},
            {"title": "Security", "link": reverse_lazy("mfa_index")},
            {"title": "Where you are logged in", "link": reverse_lazy("usersessions_list")},
            {"title": "Change password", "link": reverse_lazy("account_change_password")},
        ]
    },
    "SITE_DROPDOWN": [{"icon": "public", "title": "Public site", "link": "/"}],
    "STYLES": [
        lambda _: static("claims/admin/admin.css"),
        lambda _: static("claims/admin/keys.css"),
        lambda _: static("claims/admin/merge.css"),
    ],
    "SCRIPTS": [lambda _: static("claims/admin/labels.js"), lambda _: static("claims/admin/keys.js")],
    "DASHBOARD_CALLBACK": "claims.admin.menu.front_page",
    "SIDEBAR": {"show_search": True, "navigation": "claims.admin.menu.navigation"},
    "COLORS": {
        "primary": {  # around the public site's accent, 700
            "50": "#eef7f8",
            "100": "#d6ecee",
            "200": "#aed9dd",
            "300": "#7cc0c7",
            "400": "#4dabb5",
            "500": "#2f95a1",
            "600": "#0f6b77",
            "700": "#0b5560",
            "800": "#0a4650",
            "900": "#083a42",
            "950": "#04252b",
        },
    },
}
