"""The store: loads write versions into a new snapshot; queries read a published one."""
