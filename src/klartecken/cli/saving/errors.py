"""What backup and restore say no to."""

from klartecken.core.refusals import Conflicting, Invalid


class FileIsThereAlready(Conflicting):
    """A backup never takes the place of another file."""

    code = "file_exists"
    message = "That file exists already; nothing was written. Choose another name."


class NoBackup(Invalid):
    """The file is no backup of ours."""

    code = "no_backup"
    message = "That file is not a Klartecken backup. Nothing was changed."


class BackupIsDamaged(Invalid):
    """Something in the file is not as it was written."""

    code = "backup_damaged"
    message = "The backup is damaged or was changed after it was written. Nothing was changed here. Use another backup."


class BackupIsNewer(Conflicting):
    """The program is older than the backup."""

    code = "backup_newer"
    message = "The backup was made by a later version of the program. Nothing was changed. Update the program first."


class OtherDatabase(Conflicting):
    """A backup goes back to the kind of database that it came from."""

    code = "backup_other_database"
    message = (
        "The backup is of another kind of database (SQLite or PostgreSQL) than DATABASE_URL names. Nothing was changed."
    )


class HomeIsNotEmpty(Conflicting):
    """A restore takes nothing away unasked."""

    code = "home_not_empty"
    message = (
        "There is a firm here already; nothing was changed. Use an empty folder (KLARTECKEN_HOME=…), "
        "or --replace to put the backup in its place."
    )


class StillServing(Conflicting):
    """A running program would write into what is replaced."""

    code = "still_serving"
    message = (
        "Klartecken is running here. Stop it (Ctrl-C where `klartecken serve` runs), then restore. Nothing was changed."
    )
