"""The desk's own pages, beside those that Django's admin makes of the models."""

from django.contrib import admin
from django.urls import URLPattern, path

from claims.admin import held, inbox, log, my_settings, notifications, presence, shortcuts, talk
from claims.admin.held import keeps_what_was_sent

desk = admin.site.admin_view

urlpatterns: list[URLPattern] = [
    path("inbox/", desk(inbox.inbox), name="desk_inbox"),
    path("inbox/decide/", desk(inbox.decide), name="desk_inbox_decide"),
    path("inbox/undo/", desk(inbox.undo), name="desk_inbox_undo"),
    path("inbox/steps/", desk(inbox.steps), name="desk_inbox_steps"),
    path("inbox/<int:pk>/edit/", desk(inbox.edit), name="desk_inbox_edit"),
    path("inbox/<int:pk>/hold/", desk(inbox.hold), name="desk_inbox_hold"),
    path("log/", desk(log.log), name="desk_log"),
    path("log.csv", desk(log.export), name="desk_log_export"),
    path("logged-in/", desk(held.logged_in), name="logged_in"),
    path("presence/<int:content_type>/<int:pk>/", desk(presence.present), name="presence"),
    path("notifications/", desk(notifications.notifications), name="desk_notifications"),
    path("notifications/read/", desk(notifications.mark_read), name="desk_notifications_read"),
    path("notifications/<int:pk>/", desk(notifications.notification), name="desk_notification"),
    path("settings/", desk(my_settings.my_settings), name="desk_settings"),
    path("talk/<slug:kind>/<int:pk>/", desk(talk.thread), name="desk_thread"),
    path("talk/<slug:kind>/<int:pk>/assign/", desk(talk.assign), name="desk_assign"),
    path("talk/<slug:kind>/<int:pk>/comment/", keeps_what_was_sent(desk(talk.comment)), name="desk_comment"),
    path("talk/<slug:kind>/<int:pk>/resolve/", desk(talk.resolve), name="desk_resolve"),
    path("talk/<slug:kind>/<int:pk>/watch/", desk(talk.watch), name="desk_watch"),
    path("shortcuts/", desk(shortcuts.shortcuts), name="desk_shortcuts"),
]
