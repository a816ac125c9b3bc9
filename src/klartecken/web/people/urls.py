"""Addresses of the people pages. No GET changes anything."""

from django.urls import path

from klartecken.web.people.views import colleagues, demonstration, firm, invitation, managing, own_page, papers, signing

urlpatterns = [
    path("undertaking", signing.undertaking, name="undertaking"),
    path("me", own_page.my_page, name="my_page"),
    path("me/language", own_page.set_language, name="my_language"),
    path("me/away", own_page.set_away, name="my_away"),
    path("me/notices", own_page.set_rhythm, name="my_rhythm"),
    path("me/areas", own_page.add_area, name="my_areas"),
    path("me/areas/show", own_page.show_areas, name="my_areas_shown"),
    path("me/areas/<uuid:area_id>/remove", own_page.remove_area, name="my_area_removed"),
    path("me/tokens", own_page.issue_token, name="my_tokens"),
    path("me/tokens/<uuid:token_id>/revoke", own_page.revoke_token, name="my_token_revoked"),
    path("me/record", own_page.own_record, name="my_record"),
    path("people", colleagues.people, name="people"),
    path("people/manage", managing.management, name="management"),
    path("people/manage/invite", managing.invite_people, name="invite_people"),
    path("people/manage/papers", papers.paper_undertakings, name="paper_undertakings"),
    path("people/manage/firm", firm.firm_settings, name="firm_settings"),
    path("people/manage/undertaking", firm.undertaking_text, name="undertaking_text"),
    path("people/manage/hooks", firm.hooks, name="web_hooks"),
    path("people/manage/hooks/<uuid:hook_id>/end", firm.end_hook, name="web_hook_ended"),
    path("people/manage/<uuid:person_id>", managing.one_person, name="manage_person"),
    path("people/manage/<uuid:person_id>/account", managing.change_account, name="change_account"),
    path("people/manage/<uuid:person_id>/role", managing.give_role, name="give_role"),
    path("people/manage/<uuid:person_id>/deputy", managing.name_deputy, name="name_deputy"),
    path("people/manage/<uuid:person_id>/invite", managing.invite_again, name="invite_again"),
    path("people/manage/<uuid:person_id>/leave", managing.leave, name="person_leaves"),
    path("people/manage/role/<uuid:holding_id>/end", managing.end_role, name="end_role"),
    path("invitation/<str:token>", invitation.invitation, name="invitation"),
    path("demonstration/sign-in", demonstration.sign_in, name="demonstration_sign_in"),
]
