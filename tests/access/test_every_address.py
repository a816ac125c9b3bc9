"""Every address × every role × signed or not: what a GET answers. A new address without a row fails."""

from dataclasses import dataclass

import pytest
from django.test import Client

from klartecken.people.models import Person
from tests.access.addresses import World, arguments, build_world
from tests.firm import Firm

SIGN_IN = "allauth.account.auth_backends.AuthenticationBackend"
ROLES = ("anonymous", "unsigned", "colleague", "responsible", "ceo", "resolver", "administrator")

# 302 leads to the sign-in page or, without a signed undertaking, to the undertaking. 404 is what is unseen or missing.
# 405 is an address that only takes a POST: a GET changes nothing anywhere. The case is in circulation: all see it;
# the prospect and the policy draft are somebody's own. The API's addresses ask for a token (see tests/api).
TABLE = """
answering:opt-out              302 302 405 405 405 405 405
answering:viewpoint            302 302 405 405 405 405 405
assignments                    302 302 200 200 200 200 200
assignments:accept-openness    302 302 405 405 405 405 405
assignments:approve-mask       302 302 405 405 405 405 405
assignments:autosave           302 302 405 405 405 405 405
assignments:circulate          302 302 405 405 405 405 405
assignments:close-round        302 302 405 405 405 405 405
assignments:condition          302 302 405 405 405 405 405
assignments:confirm            302 302 405 405 405 405 405
assignments:decide             302 302 404 404 200 404 404
assignments:decline            302 302 405 405 405 405 405
assignments:edit               302 302 404 200 404 404 404
assignments:end                302 302 405 405 405 405 405
assignments:escalate           302 302 405 405 405 405 405
assignments:inform-again       302 302 405 405 405 405 405
assignments:let-in             302 302 405 405 405 405 405
assignments:letter             302 302 200 200 200 200 200
assignments:lift-mask          302 302 405 405 405 405 405
assignments:new                302 302 200 200 200 200 200
assignments:opt-out            302 302 405 405 405 405 405
assignments:preview            302 302 405 405 405 405 405
assignments:quote              302 302 405 405 405 405 405
assignments:refuse-mask        302 302 405 405 405 405 405
assignments:reply              302 302 405 405 405 405 405
assignments:request-mask       302 302 405 405 405 405 405
assignments:resume             302 302 405 405 405 405 405
assignments:show-name          302 302 405 405 405 405 405
assignments:shorten            302 302 405 405 405 405 405
assignments:show               302 302 200 200 200 200 200
assignments:shown              302 302 405 405 405 405 405
assignments:stand-behind       302 302 405 405 405 405 405
assignments:start              302 302 405 405 405 405 405
assignments:suspend            302 302 405 405 405 405 405
assignments:tell-openness      302 302 405 405 405 405 405
assignments:veto               302 302 405 405 405 405 405
assignments:viewpoint          302 302 405 405 405 405 405
assignments:withdraw           302 302 405 405 405 405 405
change_account                 302 302 403 403 403 403 405
check:answer                   302 302 405 405 405 405 405
check:finding                  302 302 405 405 405 405 405
check:identity                 302 302 405 405 405 405 405
check:run                      302 302 405 405 405 405 405
choose_language                405 405 405 405 405 405 405
choose_theme                   405 405 405 405 405 405 405
conflicts                      302 302 404 404 200 200 404
demonstration_sign_in          405 302 405 405 405 405 405
end_role                       302 302 403 403 405 403 405
firm_settings                  302 302 403 403 200 403 200
give_role                      302 302 403 403 403 403 405
healthz                        200 200 200 200 200 200 200
import                         302 302 403 403 403 403 200
import_cancel                  302 302 403 403 403 403 405
import_check                   302 302 403 403 403 403 302
import_store                   302 302 403 403 403 403 405
invitation                     404 302 404 404 404 404 404
invite_again                   302 302 403 403 403 403 405
invite_people                  302 302 403 403 403 403 200
linked_policy                  302 302 200 200 200 200 200
manage_person                  302 302 403 403 200 403 200
management                     302 302 403 403 200 403 200
my_area_removed                302 302 405 405 405 405 405
my_areas                       302 302 405 405 405 405 405
my_areas_shown                 302 302 405 405 405 405 405
my_away                        302 302 405 405 405 405 405
my_language                    302 302 405 405 405 405 405
my_page                        302 302 200 200 200 200 200
my_record                      302 302 200 200 200 200 200
my_rhythm                      302 302 405 405 405 405 405
my_token_revoked               302 302 405 405 405 405 405
my_tokens                      302 302 405 405 405 405 405
name_deputy                    302 302 403 403 405 403 405
paper_undertakings             302 302 403 403 403 403 200
parties:amend                  302 302 200 200 200 200 200
parties:end_owner              302 302 405 405 405 405 405
parties:show                   302 302 200 200 200 200 200
parties:state_owner            302 302 405 405 405 405 405
people                         302 302 200 200 200 200 200
person_leaves                  302 302 403 403 403 403 405
policies:activate              302 302 405 405 405 405 405
policies:begin                 302 302 405 405 405 405 405
policies:discard               302 302 405 405 405 405 405
policies:edit                  302 302 404 404 404 200 404
policies:version               302 302 404 404 404 404 404
policies:versions              302 302 200 200 200 200 200
policies:what_if               302 302 404 404 404 200 404
policy                         302 302 200 200 200 200 200
prospects                      302 302 200 200 200 200 200
prospects:aside                302 302 200 200 200 200 200
prospects:close                302 302 405 405 405 405 405
prospects:enquiry              302 302 200 200 200 200 200
prospects:knows                302 302 405 405 405 405 405
prospects:look_up              302 302 405 405 405 405 405
prospects:next                 302 302 405 405 405 405 405
prospects:note                 302 302 405 405 405 405 405
prospects:plant                302 302 405 405 405 405 405
prospects:receive              302 302 405 405 405 405 405
prospects:show                 302 302 404 200 404 404 404
prospects:story                302 302 405 405 405 405 405
prospects:strike               302 302 405 405 405 405 405
prospects:take_up              302 302 405 405 405 405 405
public_atom                    200 200 200 200 200 200 200
public_care                    302 302 404 404 404 404 404
public_change                  302 302 405 405 405 405 405
public_correct                 302 302 405 405 405 405 405
public_csv                     200 200 200 200 200 200 200
public_embed                   200 200 200 200 200 200 200
public_entry                   200 200 200 200 200 200 200
public_json                    200 200 200 200 200 200 200
public_list                    200 200 200 200 200 200 200
public_policy                  200 200 200 200 200 200 200
public_publish                 302 302 405 405 405 405 405
resolving:case                 302 302 404 404 200 200 404
resolving:consult              302 302 405 405 405 405 405
resolving:consultation         302 302 405 405 405 405 405
resolving:resolve              302 302 405 405 405 405 405
resolving:second               302 302 405 405 405 405 405
search                         302 302 200 200 200 200 200
styleguide                     404 302 404 404 404 404 404
today                          302 302 200 200 200 200 200
undertaking                    302 200 200 200 200 200 200
undertaking_text               302 302 403 403 403 403 200
web_hook_ended                 302 302 403 403 403 403 405
web_hooks                      302 302 403 403 403 403 200
api-v1:accept_openness         405 403 405 405 405 405 405
api-v1:answer_question         405 403 405 405 405 405 405
api-v1:api-root                404 403 404 404 404 404 404
api-v1:change                  401 403 401 401 401 401 401
api-v1:circulate               405 403 405 405 405 405 405
api-v1:close_round             405 403 405 405 405 405 405
api-v1:confirm                 405 403 405 405 405 405 405
api-v1:decide                  405 403 405 405 405 405 405
api-v1:decline                 405 403 405 405 405 405 405
api-v1:end                     405 403 405 405 405 405 405
api-v1:list_assignments        401 403 401 401 401 401 401
api-v1:openapi-json            200 403 200 200 200 200 200
api-v1:meet_condition          405 403 405 405 405 405 405
api-v1:opt_out                 405 403 405 405 405 405 405
api-v1:propose                 401 403 401 401 401 401 401
api-v1:publish                 405 403 405 405 405 405 405
api-v1:quote                   405 403 405 405 405 405 405
api-v1:resolve                 405 403 405 405 405 405 405
api-v1:resume                  405 403 405 405 405 405 405
api-v1:screen                  405 403 405 405 405 405 405
api-v1:shorten_window          405 403 405 405 405 405 405
api-v1:show_assignment         401 403 401 401 401 401 401
api-v1:stand_behind            405 403 405 405 405 405 405
api-v1:start                   405 403 405 405 405 405 405
api-v1:suspend                 405 403 405 405 405 405 405
api-v1:take_back_opt_out       405 403 405 405 405 405 405
api-v1:tell_openness           405 403 405 405 405 405 405
api-v1:veto                    405 403 405 405 405 405 405
api-v1:viewpoint               405 403 405 405 405 405 405
api-v1:withdraw                405 403 405 405 405 405 405
"""
EXPECTED = {row.split()[0]: tuple(int(status) for status in row.split()[1:]) for row in TABLE.strip().splitlines()}


@dataclass
class Visitors:
    """Who asks, by role."""

    world: World

    def __getitem__(self, role: str) -> Client:
        firm = self.world.firm
        people: dict[str, Person | None] = {
            "anonymous": None,
            "unsigned": self.world.unsigned,
            "colleague": firm.colleague,
            "responsible": firm.responsible,
            "ceo": firm.ceo,
            "resolver": firm.resolver,
            "administrator": firm.administrator,
        }
        client, person = Client(), people[role]
        if person is not None:
            client.force_login(person, backend=SIGN_IN)
        return client


def test_every_address_has_a_row_and_every_row_an_address() -> None:
    assert sorted(EXPECTED) == sorted(arguments())


@pytest.mark.slow
def test_every_address_answers_each_role_as_the_table_says(firm: Firm) -> None:
    world = build_world(firm)
    visitors = Visitors(world)
    answered: dict[str, list[int]] = {name: [] for name in EXPECTED}
    for role in ROLES:
        client = visitors[role]
        for name, statuses in answered.items():
            statuses.append(client.get(world.address(name)).status_code)

    assert {name: tuple(statuses) for name, statuses in answered.items()} == EXPECTED


@pytest.mark.slow
@pytest.mark.parametrize("role", ["colleague", "ceo", "resolver", "administrator"])
def test_somebody_elses_draft_does_not_exist_at_any_address_whatever_is_sent(firm: Firm, role: str) -> None:
    world = build_world(firm)
    client, owner = Visitors(world)[role], Visitors(world)["responsible"]
    about_a_case = [name for name, taken in arguments().items() if "assignment_id" in taken and "api-v1" not in name]
    assert owner.get(world.address("assignments:show", of=world.draft)).status_code == 200

    answers = {
        (name, method): getattr(client, method)(world.address(name, of=world.draft)).status_code
        for name in about_a_case
        for method in ("get", "post")
    }

    assert {key: status for key, status in answers.items() if status not in {404, 405}} == {}
    assert owner.get(world.address("assignments:show", of=world.draft)).status_code == 200


@pytest.mark.slow
def test_without_an_undertaking_no_page_shows_a_client(firm: Firm) -> None:
    world = build_world(firm)
    name = world.circulating.client.name
    pages = [each for each in EXPECTED if not each.startswith("api-v1")]
    assert name in Visitors(world)["colleague"].get(world.address("assignments:show")).content.decode()

    client = Visitors(world)["unsigned"]
    bodies = [client.get(world.address(each), follow=True).content.decode() for each in pages]

    assert [body for body in bodies if name in body] == []
