"""Run by Alembic for each migration, inside the transaction of the connection that it is given."""

from alembic import context

from counterclaim.casebook.schema import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
