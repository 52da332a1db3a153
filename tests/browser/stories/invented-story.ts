/** An invented story as a plain text file, in the form that Solidarity Stories have. */
export const inventedStory = `Solidarity Stories from the Harbor,
Port Ellery Neighbors Table

Maren Okafor-Lind, Harbor Tenants Circle,
Port Ellery

Introduction

“Whose door do we knock on when ours is safe?”

Welcome to a Solidarity Story featuring Maren Okafor-Lind, the coordinator of the Harbor Tenants Circle in Port Ellery.

Maren shares what came of a winter without heat. The Circle has brought in partners to inform, guide, and co-build its campaign, including groups like the Lakeside Elders Table, Night Shift Riders Union, and Bayview Legal Kitchen.

Maren shared a few guiding questions she uses to navigate hard decisions:

What difference would our being there make?

What is our long-term plan with these neighbors?

Can our members take part, rather than only the two of us in the office?

Takeaways

1. Start from your own kitchen table.

Maren says that nobody stays for a cause that has no face. "I came because my own heat was off," she says.

2. Cold does not stop at the property line.

The riders had the same landlord under another name. "There was one boiler in that cellar," she explains. "And there were two names on the door."

Takeaways

3. Come back when nothing is wrong.

The Circle visits in June as well. "Nobody trusts a neighbor who only comes with a clipboard," Maren notes.

Your Turn

Where did your own commitment begin?

Which neighbors could you know better by spring?

What could you lend that costs you little?
`;

/** A document that is no story. */
export const minutesOfMeeting = `Minutes of the boiler committee

Present: four of six. The pump was looked at on Tuesday and works again.

The next meeting is in the laundry room.
`;
