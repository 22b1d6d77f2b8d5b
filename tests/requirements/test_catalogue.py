import pytest

from dod_model.abilities import CMG_SERVES_CONTENT, DEFECT_2002, ON_DEMAND, SCRIPT_OVER_CMG, UPGRADE_OVER_CMG, Ability
from dod_model.documents import contradictions, statements
from dod_model.facts import Facts
from dod_model.requirements import BY_ID, REQUIREMENTS, Topic
from dod_model.requirements import remedies as all_remedies
from dod_model.requirements.remedies import Remedy
from dod_model.requirements.requirement import always

REMEDIES = [one for one in vars(all_remedies).values() if isinstance(one, Remedy)]

# In the order of reports: the question that it helps to answer, and what can be done, the usual first.
WRITTEN = {
    "task-sequence-over-the-internet-available": (Topic.SUPPORT, "update-site upgrade-client"),
    "upgrade-task-sequence": (Topic.TASK_SEQUENCE, "use-upgrade-sequence clear-boot-image"),
    "task-sequence-enabled": (Topic.TASK_SEQUENCE, "enable-sequence"),
    "child-task-sequences-enabled": (Topic.TASK_SEQUENCE, "enable-sequence"),
    "gateway-set-up": (Topic.GATEWAY, "start-gateway create-gateway"),
    "no-defect-of-2002": (Topic.GATEWAY, "update-site use-https register-otherwise"),
    "content-in-the-cloud": (Topic.CONTENT, "distribute-content create-cloud-distribution-point"),
    "gateway-serves-content": (
        Topic.CONTENT,
        "serve-content update-site distribute-content create-cloud-distribution-point",
    ),
    "client-uses-gateway": (Topic.CLIENT, "allow-gateway"),
    "client-gets-cloud-content": (Topic.CLIENT, "allow-cloud-content"),
    "started-from-software-center": (Topic.START, "start-from-software-center"),
    "required-to-start-on-schedule": (Topic.START, "start-from-software-center"),
    "user-may-start-it": (Topic.START, "let-users-run"),
    "install-permissions-allow-it": (Topic.START, "permit-all-users"),
    "allowed-on-the-internet": (Topic.DEPLOYMENT, "allow-on-internet"),
    "available-to-clients": (Topic.DEPLOYMENT, "make-available-to-clients"),
    "content-downloaded-locally": (Topic.DEPLOYMENT, "choose-on-demand choose-download-all"),
    "download-on-demand-available": (Topic.DEPLOYMENT, "update-site upgrade-client choose-download-all"),
    "on-demand-option-chosen": (Topic.DEPLOYMENT, "choose-on-demand"),
    "download-content-step-with-download-all": (Topic.ADVICE, "choose-on-demand"),
    "option-fits-availability": (Topic.ADVICE, "make-available-to-clients choose-on-demand"),
    "another-program-first": (Topic.ADVICE, "clear-other-program"),
    "metered-connection": (Topic.ADVICE, "clear-metered-option use-unmetered"),
    "network-path-content": (Topic.ADVICE, "use-package"),
    "cache-size": (Topic.ADVICE, "enlarge-cache choose-on-demand"),
    "content-on-a-running-source": (Topic.ADVICE, "start-source distribute-content"),
    "cloud-distribution-point-has-a-future": (Topic.ADVICE, "distribute-to-gateway"),
}
CMDLETS = {
    "enable-sequence": "Enable-CMTaskSequence",
    "serve-content": "Set-CMCloudManagementGateway -EnableCloudDPFunction $true",
    "allow-gateway": "Set-CMClientSettingCloudService -AllowCloudManagementGateway $true",
    "allow-cloud-content": "Set-CMClientSettingCloudService -AllowCloudDistributionPoint $true",
    "let-users-run": "Set-CMTaskSequenceDeployment -AllowUsersRunIndependently $true",
    "allow-on-internet": "Set-CMTaskSequenceDeployment -InternetOption $true",
    "make-available-to-clients": "Set-CMTaskSequenceDeployment -MakeAvailableTo Clients",
    "choose-on-demand": (
        "Set-CMTaskSequenceDeployment -DeploymentOption DownloadContentLocallyWhenNeededByRunningTaskSequence"
    ),
    "choose-download-all": (
        "Set-CMTaskSequenceDeployment -DeploymentOption DownloadAllContentLocallyBeforeStartingTaskSequence"
    ),
}
NOT_IN_THE_CONSOLE = {"start-from-software-center", "register-otherwise", "use-unmetered"}


def test_every_requirement_in_the_order_of_reports() -> None:
    assert [one.id for one in REQUIREMENTS] == list(WRITTEN)
    assert {one.id: one for one in REQUIREMENTS} == BY_ID


def test_topics_come_in_their_order() -> None:
    places = [list(Topic).index(one.topic) for one in REQUIREMENTS]
    advice = [one.topic for one in REQUIREMENTS].index(Topic.ADVICE)
    assert places[advice:] == [len(Topic) - 1] * (len(places) - advice)
    assert {one.topic for one in REQUIREMENTS} == set(Topic)


@pytest.mark.parametrize("name", WRITTEN)
def test_topic_and_remedies(name: str) -> None:
    topic, remedies = WRITTEN[name]
    assert BY_ID[name].topic is topic
    assert [remedy.id for remedy in BY_ID[name].remedies] == remedies.split()


@pytest.mark.parametrize("name", WRITTEN)
def test_each_cites_statements_of_the_register(name: str) -> None:
    one = BY_ID[name]
    assert one.cites
    assert len(set(one.cites)) == len(one.cites)
    assert set(one.cites) <= set(statements())
    assert {touch.contradiction for touch in one.touched_by} <= set(contradictions())


@pytest.mark.parametrize(
    ("name", "facts", "ability"),
    [
        ("task-sequence-over-the-internet-available", Facts(upgrade=True), UPGRADE_OVER_CMG),
        ("task-sequence-over-the-internet-available", Facts(upgrade=False), SCRIPT_OVER_CMG),
        ("gateway-serves-content", Facts(), CMG_SERVES_CONTENT),
        ("download-on-demand-available", Facts(), ON_DEMAND),
        ("no-defect-of-2002", Facts(), DEFECT_2002),
    ],
)
def test_what_is_asked_of_a_release(name: str, facts: Facts, ability: Ability) -> None:
    needs = BY_ID[name].needs
    assert needs is not None
    assert needs(facts) is ability


def test_the_others_ask_nothing_of_a_release() -> None:
    asking = {one.id for one in REQUIREMENTS if one.needs is not None}
    assert asking == {
        "task-sequence-over-the-internet-available",
        "gateway-serves-content",
        "download-on-demand-available",
        "no-defect-of-2002",
    }


def test_always_is_always() -> None:
    assert always(Facts()) is True


class TestRemedies:
    def test_ids_are_unique_and_each_is_offered_by_a_requirement(self) -> None:
        ids = [remedy.id for remedy in REMEDIES]
        assert len(set(ids)) == len(ids)
        assert set(ids) == {name for _, names in WRITTEN.values() for name in names.split()}

    @pytest.mark.parametrize("remedy", REMEDIES, ids=lambda remedy: remedy.id)
    def test_each_is_an_order_with_a_place(self, remedy: Remedy) -> None:
        assert remedy.action[0].isupper()
        assert not remedy.action.endswith(".")
        assert bool(remedy.console) is (remedy.id not in NOT_IN_THE_CONSOLE)
        assert remedy.console == "" or " > " in remedy.console

    @pytest.mark.parametrize("remedy", REMEDIES, ids=lambda remedy: remedy.id)
    def test_cmdlets(self, remedy: Remedy) -> None:
        assert remedy.cmdlet == CMDLETS.get(remedy.id, "")

    def test_what_they_need_of_the_site(self) -> None:
        assert {remedy.id: remedy.needs.id for remedy in REMEDIES if remedy.needs} == {
            "create-cloud-distribution-point": "cloud-distribution-point-can-be-made"
        }
        assert {remedy.id: remedy.cmdlet_needs.id for remedy in REMEDIES if remedy.cmdlet_needs} == {
            "serve-content": "cmdlet-for-cmg-content"
        }

    def test_labels_of_the_console_are_bold(self) -> None:
        labels = {remedy.id: remedy.action.split("**")[1] for remedy in REMEDIES if "**" in remedy.action}
        assert labels == {
            "clear-boot-image": "Use a boot image",
            "serve-content": "Allow CMG to function as a cloud distribution point and serve content from Azure storage",
            "allow-gateway": "Enable clients to use a cloud management gateway",
            "allow-cloud-content": "Allow access to cloud distribution point",
            "let-users-run": "Allow user to run the program independently of assignments",
            "permit-all-users": "Install permissions",
            "allow-on-internet": "Allow task sequence to run for client on the Internet",
            "make-available-to-clients": "Make available to the following",
            "choose-on-demand": "Download content locally when needed by the running task sequence",
            "choose-download-all": "Download all content locally before starting task sequence",
            "clear-metered-option": (
                "Allow clients on a metered Internet connection to download content after the installation deadline, "
                "which might incur additional costs"
            ),
            "clear-other-program": "Run another program first",
            "enlarge-cache": "Maximum cache size (MB)",
        }
