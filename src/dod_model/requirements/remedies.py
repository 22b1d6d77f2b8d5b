"""What an administrator can do: one action in the console each, with its cmdlet where one is documented."""

from __future__ import annotations

from dataclasses import dataclass

from dod_model.abilities import CLOUD_DP_CAN_BE_MADE, CMDLET_FOR_CMG_CONTENT, Ability


@dataclass(frozen=True, slots=True)
class Remedy:
    """One kind of action.

    Attributes:
        id: stable name.
        action: what to do, as an order.
        console: where, as a path in the console; empty where it is not done there.
        cmdlet: the same in PowerShell; empty where no document names one.
        cmdlet_needs: the ability of the site that brought the cmdlet; None if no document says.
        needs: the ability of the site without which the action cannot be done; None for none.
    """

    id: str
    action: str
    console: str = ""
    cmdlet: str = ""
    cmdlet_needs: Ability | None = None
    needs: Ability | None = None


_SEQUENCES = "Software Library > Operating Systems > Task Sequences"
_DEPLOYMENT = f"{_SEQUENCES} > Deployments > Properties"
_CLOUD = "Administration > Cloud Services"
_CLIENT_SETTINGS = "Administration > Client Settings > Properties"

UPDATE_SITE = Remedy("update-site", "Update the site", "Administration > Updates and Servicing")
UPGRADE_CLIENT = Remedy(
    "upgrade-client", "Upgrade the client", "Administration > Sites > Hierarchy Settings > Client Upgrade"
)
USE_UPGRADE_SEQUENCE = Remedy(
    "use-upgrade-sequence",
    "Deploy a task sequence that upgrades an operating system from an upgrade package",
    f"{_SEQUENCES} > Create Task Sequence",
)
CLEAR_BOOT_IMAGE = Remedy(
    "clear-boot-image", "Clear **Use a boot image** on the task sequence", f"{_SEQUENCES} > Properties > Advanced"
)
ENABLE_SEQUENCE = Remedy(
    "enable-sequence", "Enable the task sequence", f"{_SEQUENCES} > Enable", "Enable-CMTaskSequence"
)
CREATE_GATEWAY = Remedy(
    "create-gateway", "Create a cloud management gateway", f"{_CLOUD} > Create Cloud Management Gateway"
)
START_GATEWAY = Remedy("start-gateway", "Start the cloud management gateway", f"{_CLOUD} > Start Service")
DISTRIBUTE_CONTENT = Remedy(
    "distribute-content",
    "Distribute the package to a cloud source and wait until it is installed in its current version",
    "the package > Distribute Content, or Update Distribution Points where an older version is held",
)
SERVE_CONTENT = Remedy(
    "serve-content",
    "Select **Allow CMG to function as a cloud distribution point and serve content from Azure storage**",
    f"{_CLOUD} > Cloud Management Gateway > Properties > Settings",
    "Set-CMCloudManagementGateway -EnableCloudDPFunction $true",
    cmdlet_needs=CMDLET_FOR_CMG_CONTENT,
)
CREATE_CLOUD_DP = Remedy(
    "create-cloud-distribution-point",
    "Create a cloud distribution point",
    f"{_CLOUD} > Create Cloud Distribution Point",
    needs=CLOUD_DP_CAN_BE_MADE,
)
ALLOW_GATEWAY = Remedy(
    "allow-gateway",
    "Set **Enable clients to use a cloud management gateway** to Yes",
    f"{_CLIENT_SETTINGS} > Cloud Services",
    "Set-CMClientSettingCloudService -AllowCloudManagementGateway $true",
)
ALLOW_CLOUD_CONTENT = Remedy(
    "allow-cloud-content",
    "Set **Allow access to cloud distribution point** to Yes",
    f"{_CLIENT_SETTINGS} > Cloud Services",
    "Set-CMClientSettingCloudService -AllowCloudDistributionPoint $true",
)
START_FROM_SOFTWARE_CENTER = Remedy(
    "start-from-software-center", "Start the task sequence from Software Center, in the full operating system"
)
LET_USERS_RUN = Remedy(
    "let-users-run",
    "Select **Allow user to run the program independently of assignments**",
    f"{_DEPLOYMENT} > User Experience",
    "Set-CMTaskSequenceDeployment -AllowUsersRunIndependently $true",
)
PERMIT_ALL_USERS = Remedy(
    "permit-all-users", "Set **Install permissions** to All Users", f"{_CLIENT_SETTINGS} > Computer Agent"
)
ALLOW_ON_INTERNET = Remedy(
    "allow-on-internet",
    "Select **Allow task sequence to run for client on the Internet**",
    f"{_DEPLOYMENT} > User Experience",
    "Set-CMTaskSequenceDeployment -InternetOption $true",
)
MAKE_AVAILABLE_TO_CLIENTS = Remedy(
    "make-available-to-clients",
    "Set **Make available to the following** to **Only Configuration Manager clients**",
    f"{_DEPLOYMENT} > Deployment Settings",
    "Set-CMTaskSequenceDeployment -MakeAvailableTo Clients",
)
CHOOSE_ON_DEMAND = Remedy(
    "choose-on-demand",
    "Choose **Download content locally when needed by the running task sequence**",
    f"{_DEPLOYMENT} > Distribution Points",
    "Set-CMTaskSequenceDeployment -DeploymentOption DownloadContentLocallyWhenNeededByRunningTaskSequence",
)
CHOOSE_DOWNLOAD_ALL = Remedy(
    "choose-download-all",
    "Choose **Download all content locally before starting task sequence**",
    f"{_DEPLOYMENT} > Distribution Points",
    "Set-CMTaskSequenceDeployment -DeploymentOption DownloadAllContentLocallyBeforeStartingTaskSequence",
)
USE_HTTPS = Remedy(
    "use-https",
    "Set the management point that the gateway uses to HTTPS",
    "Administration > Site Configuration > Servers and Site System Roles > Management point > Properties",
)
REGISTER_OTHERWISE = Remedy(
    "register-otherwise",
    "Register the client on the intranet, give it a client authentication certificate, or join it to Azure AD",
)
CLEAR_OTHER_PROGRAM = Remedy(
    "clear-other-program", "Clear **Run another program first**", f"{_SEQUENCES} > Properties > Advanced"
)
USE_PACKAGE = Remedy(
    "use-package", "Take the source of the step from a package that is distributed to the cloud", f"{_SEQUENCES} > Edit"
)
ENLARGE_CACHE = Remedy(
    "enlarge-cache", "Raise **Maximum cache size (MB)**", f"{_CLIENT_SETTINGS} > Client Cache Settings"
)
CLEAR_METERED_OPTION = Remedy(
    "clear-metered-option",
    "Clear **Allow clients on a metered Internet connection to download content after the installation deadline, "
    "which might incur additional costs**",
    f"{_DEPLOYMENT} > Deployment Settings",
)
USE_UNMETERED = Remedy(
    "use-unmetered",
    "Use a connection that is not metered, or start from Software Center",
)
DISTRIBUTE_TO_GATEWAY = Remedy(
    "distribute-to-gateway",
    "Distribute the packages to a content-enabled cloud management gateway",
    "the package > Distribute Content",
)
START_SOURCE = Remedy("start-source", "Start the cloud source that holds the content", f"{_CLOUD} > Start Service")
