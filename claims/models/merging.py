"""What the database holds merged records to. They are kept for good and lead to the record that they became.

A redirect is one hop: a record that was merged is never merged into, and what had been merged into it is pointed at its
new place first. And nothing is linked to a merged record any more: a link goes to what it became, however late it is
written and by whom. So matching, which read the table before an editor merged two events, comes out right without a
second try.
"""

import pgtrigger


def update_of(*columns: str) -> pgtrigger.Operation:
    """An update that writes one of the columns."""
    return pgtrigger.UpdateOf(*columns)  # type: ignore[no-untyped-call]  # it has no types


def one_hop(table: str) -> pgtrigger.Trigger:
    """The trigger that keeps redirects among the rows of `table` one hop long."""
    return pgtrigger.Trigger(
        name="merged_in_one_hop",
        operation=pgtrigger.Insert | update_of("merged_into_id"),
        when=pgtrigger.Before,
        condition=pgtrigger.Q(new__merged_into__isnull=False),
        declare=[("further", "bigint")],
        func=f"""
            -- The lock makes two merges at one moment wait for each other; the second then sees what the first did.
            SELECT merged_into_id INTO further FROM {table} WHERE id = NEW.merged_into_id FOR KEY SHARE;
            IF further IS NOT NULL THEN
                RAISE EXCEPTION 'That was merged itself: choose what it was merged into.'
                    USING ERRCODE = 'integrity_constraint_violation';
            END IF;
            IF EXISTS (SELECT 1 FROM {table} WHERE merged_into_id = NEW.id) THEN
                RAISE EXCEPTION 'Others were merged into this: they move first.'
                    USING ERRCODE = 'integrity_constraint_violation';
            END IF;
            RETURN NEW;
        """,  # noqa: S608 - the name of a table of ours
    )


def follows(**tables: str) -> pgtrigger.Trigger:
    """The trigger that takes a link to a merged record on to what it became; `tables` has for each column, such as
    `event_id`, the table that it points into."""
    steps = "".join(
        f"""
            IF TG_OP = 'UPDATE' THEN
                moved = NEW.{column} IS DISTINCT FROM OLD.{column};
            END IF;
            IF moved AND NEW.{column} IS NOT NULL THEN
                SELECT merged_into_id INTO kept FROM {table} WHERE id = NEW.{column} FOR KEY SHARE;
                NEW.{column} = COALESCE(kept, NEW.{column});
            END IF;
        """  # noqa: S608 - names of ours
        for column, table in tables.items()
    )
    return pgtrigger.Trigger(
        name="follows_merges",
        operation=pgtrigger.Insert | update_of(*tables),
        when=pgtrigger.Before,
        declare=[("kept", "bigint"), ("moved", "boolean DEFAULT TRUE")],
        func=f"{steps} RETURN NEW;",
    )
