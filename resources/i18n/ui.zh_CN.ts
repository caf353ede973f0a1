<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>LimitWords</name>
        <message>
            <source>after the last report</source>
            <translation>上次报告后</translation>
        </message>
        <message>
            <source>over {length}</source>
            <translation>超时 {length}</translation>
        </message>
        <message>
            <source>{days} days</source>
            <translation>{days} 天</translation>
        </message>
        <message>
            <source>{hours} hours</source>
            <translation>{hours} 小时</translation>
        </message>
        <message>
            <source>{length} from grading</source>
            <translation>定级起 {length}</translation>
        </message>
        <message>
            <source>{length} from occurrence</source>
            <translation>发生起 {length}</translation>
        </message>
        <message>
            <source>{length} from receipt</source>
            <translation>接报起 {length}</translation>
        </message>
        <message>
            <source>{length} from verification</source>
            <translation>核实起 {length}</translation>
        </message>
        <message>
            <source>{length} left</source>
            <translation>剩 {length}</translation>
        </message>
        <message>
            <source>{minutes} min</source>
            <translation>{minutes} 分钟</translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>Acknowledged: {count}</source>
            <translation>已确认 {count} 项</translation>
        </message>
        <message>
            <source>Duty Console</source>
            <translation>应急值守台</translation>
        </message>
        <message>
            <source>Something in the console went wrong (number {number}).</source>
            <translation>值守台出了一个错误（编号 {number}）。</translation>
        </message>
        <message>
            <source>What was saved is safe. It is written in console.log; go on, and tell whoever looks after it.</source>
            <translation>已存的内容都在。错误已写入 console.log；可以继续使用，并请告知维护人员。</translation>
        </message>
        <message>
            <source>{count} missing</source>
            <translation>缺 {count} 人</translation>
        </message>
        <message>
            <source>{count} overdue</source>
            <translation>超时 {count}</translation>
        </message>
        <message>
            <source>{count} to look at within a week</source>
            <translation>一周内待查看 {count} 项</translation>
        </message>
    </context>
    <context>
        <name>Pages</name>
        <message>
            <source>Handover</source>
            <translation>交接班</translation>
        </message>
        <message>
            <source>Incidents</source>
            <translation>事件</translation>
        </message>
        <message>
            <source>Log</source>
            <translation>日志</translation>
        </message>
        <message>
            <source>People</source>
            <translation>通讯录</translation>
        </message>
        <message>
            <source>Roster</source>
            <translation>值班表</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>设置</translation>
        </message>
        <message>
            <source>Watch</source>
            <translation>值守</translation>
        </message>
    </context>
    <context>
        <name>Problems</name>
        <message>
            <source>A count cannot be below zero.</source>
            <translation>数量不能小于零。</translation>
        </message>
        <message>
            <source>A figure goes down ({fields}). Say why.</source>
            <translation>数字减少（{fields}），请说明原因。</translation>
        </message>
        <message>
            <source>A leader approves or refuses it.</source>
            <translation>由领导批准或不予批准。</translation>
        </message>
        <message>
            <source>A leave can be recorded up to a day after it began, and not when it is over.</source>
            <translation>请假最迟在开始后一天内登记，结束后不能登记。</translation>
        </message>
        <message>
            <source>A leave can last three years at most.</source>
            <translation>请假最长三年。</translation>
        </message>
        <message>
            <source>A line belongs to one incident. Name only one.</source>
            <translation>一条记录只能关联一件事件，请只写一个编号。</translation>
        </message>
        <message>
            <source>A name is needed.</source>
            <translation>请填写姓名或名称。</translation>
        </message>
        <message>
            <source>A pair needs two different persons.</source>
            <translation>搭配须为两个不同的人。</translation>
        </message>
        <message>
            <source>A phone number is needed for {name}.</source>
            <translation>请填写 {name} 的电话。</translation>
        </message>
        <message>
            <source>A proposal for this place is still undecided.</source>
            <translation>该岗位已有一份申请尚未办结。</translation>
        </message>
        <message>
            <source>A reason is needed.</source>
            <translation>请写明原因。</translation>
        </message>
        <message>
            <source>A shift that has begun or is over cannot be swapped.</source>
            <translation>已开始或已结束的班次不能调班。</translation>
        </message>
        <message>
            <source>A substitution can end now or later, not earlier.</source>
            <translation>替班只能从现在或以后结束，不能提前到过去。</translation>
        </message>
        <message>
            <source>An emergency begins within {hours} hours.</source>
            <translation>应急替岗须在 {hours} 小时内开始。</translation>
        </message>
        <message>
            <source>An emergency substitution asks for no consent beforehand.</source>
            <translation>应急替岗事先不需双方同意。</translation>
        </message>
        <message>
            <source>An emergency substitution took effect and cannot be withdrawn.</source>
            <translation>应急替岗已经生效，不能撤回。</translation>
        </message>
        <message>
            <source>And {count} more, not listed.</source>
            <translation>另有 {count} 处，未列出。</translation>
        </message>
        <message>
            <source>Another console is using this data folder (process {pid} on {host}).</source>
            <translation>另一个值守台正在使用这个数据文件夹（{host} 上的进程 {pid}）。</translation>
        </message>
        <message>
            <source>Another {name} is in the directory ({unit}).</source>
            <translation>通讯录中另有同名的 {name}（{unit}）。</translation>
        </message>
        <message>
            <source>At least one day of the week is needed.</source>
            <translation>至少选一个星期几。</translation>
        </message>
        <message>
            <source>At least one shift is needed.</source>
            <translation>至少要有一个班次。</translation>
        </message>
        <message>
            <source>At most {most} persons on one post.</source>
            <translation>每岗最多 {most} 人。</translation>
        </message>
        <message>
            <source>At most {most} shifts a day.</source>
            <translation>每天最多 {most} 个班次。</translation>
        </message>
        <message>
            <source>Both stand at the same post of the same shift; nothing would change.</source>
            <translation>两人在同一班次同一岗位，调换没有变化。</translation>
        </message>
        <message>
            <source>Choose somebody whom the directory marks as a leader.</source>
            <translation>请选择通讯录中标为领导的人员。</translation>
        </message>
        <message>
            <source>Clear or move them first.</source>
            <translation>请先清空或调整这些班次。</translation>
        </message>
        <message>
            <source>Clear those shifts first.</source>
            <translation>请先清空这些班次。</translation>
        </message>
        <message>
            <source>Correct the newer one.</source>
            <translation>请更正较新的那一条。</translation>
        </message>
        <message>
            <source>Correct the roster with a reason.</source>
            <translation>请更正值班表并写明原因。</translation>
        </message>
        <message>
            <source>Decide or withdraw it first.</source>
            <translation>请先办结或撤回。</translation>
        </message>
        <message>
            <source>Each shift needs a name.</source>
            <translation>每个班次都要有名称。</translation>
        </message>
        <message>
            <source>End that substitution first, or replace the stand-in.</source>
            <translation>请先结束该替班，或改由他人接替替班人。</translation>
        </message>
        <message>
            <source>End that substitution first.</source>
            <translation>请先结束该替班。</translation>
        </message>
        <message>
            <source>End the substitution instead.</source>
            <translation>请改为结束替班。</translation>
        </message>
        <message>
            <source>Enter the shift in the roster first.</source>
            <translation>请先在值班表中排班。</translation>
        </message>
        <message>
            <source>Entries of this kind are written by the console itself.</source>
            <translation>这类记录由系统自动写入。</translation>
        </message>
        <message>
            <source>Everything saved before is safe. Make room on the disk, then save again.</source>
            <translation>此前已存的内容都在。请清理磁盘后重新保存。</translation>
        </message>
        <message>
            <source>Find another stand-in first.</source>
            <translation>请先另找替班人。</translation>
        </message>
        <message>
            <source>For the rest of a shift, propose a substitution.</source>
            <translation>班次余下的时间请提出替班。</translation>
        </message>
        <message>
            <source>From 0 (any number) to {most} shifts a month.</source>
            <translation>每月班次上限应为 0（不限）至 {most}。</translation>
        </message>
        <message>
            <source>From 0 to {most} earlier years count.</source>
            <translation>结转年数应为 0 至 {most}。</translation>
        </message>
        <message>
            <source>From 1 to {most} persons can stand on a post.</source>
            <translation>每岗 1 至 {most} 人。</translation>
        </message>
        <message>
            <source>From 1 to {most} years.</source>
            <translation>1 至 {most} 年。</translation>
        </message>
        <message>
            <source>Incident {number} is already closed.</source>
            <translation>事件 {number} 已办结。</translation>
        </message>
        <message>
            <source>It can be ended; a leader approves or refuses it.</source>
            <translation>可以结束它，由领导批准或不予批准。</translation>
        </message>
        <message>
            <source>It cannot have happened after the call about it came in.</source>
            <translation>发生时间不能晚于接报时间。</translation>
        </message>
        <message>
            <source>It concerns {name}; another leader must decide.</source>
            <translation>此事涉及{name}本人，须由其他领导审批。</translation>
        </message>
        <message>
            <source>Known: {known}.</source>
            <translation>现有：{known}。</translation>
        </message>
        <message>
            <source>Leaders have tiers from 1 to {most}.</source>
            <translation>带班层级为 1 至 {most}。</translation>
        </message>
        <message>
            <source>Limits are still open: {count}.</source>
            <translation>还有 {count} 项时限未了结。</translation>
        </message>
        <message>
            <source>Move them to another unit first.</source>
            <translation>请先把他们转到其他单位。</translation>
        </message>
        <message>
            <source>No days off were found in this item.</source>
            <translation>这一条中没有找到放假日期。</translation>
        </message>
        <message>
            <source>No days were found in the notice.</source>
            <translation>通知中没有找到日期。</translation>
        </message>
        <message>
            <source>No holidays were found in the text.</source>
            <translation>文字中没有找到节假日安排。</translation>
        </message>
        <message>
            <source>No incident in hand ends with {mark}.</source>
            <translation>没有编号以 {mark} 结尾的在办事件。</translation>
        </message>
        <message>
            <source>No list of persons was found: it needs a column of names and one more.</source>
            <translation>没有找到人员名单：须有“姓名”列和另外一列。</translation>
        </message>
        <message>
            <source>No pattern has a shift {name}.</source>
            <translation>没有名为“{name}”的班次。</translation>
        </message>
        <message>
            <source>No roster was found: it needs a column of dates and columns of posts, or names down and days across.</source>
            <translation>没有找到值班表：须有日期列和岗位列，或姓名列和日期行。</translation>
        </message>
        <message>
            <source>Nobody can agree before it is proposed.</source>
            <translation>同意时间不能早于提出时间。</translation>
        </message>
        <message>
            <source>Nobody can stand in for himself.</source>
            <translation>不能由本人替本人。</translation>
        </message>
        <message>
            <source>Nobody can swap with himself.</source>
            <translation>不能与本人调班。</translation>
        </message>
        <message>
            <source>Nobody in the directory is called {name}.</source>
            <translation>通讯录中没有“{name}”。</translation>
        </message>
        <message>
            <source>Nobody in the directory is called {name}. Perhaps: {similar}.</source>
            <translation>通讯录中没有“{name}”，是否为：{similar}。</translation>
        </message>
        <message>
            <source>Nobody stands in this roster.</source>
            <translation>值班表中没有人员。</translation>
        </message>
        <message>
            <source>Nobody's shift covers this moment.</source>
            <translation>这个时刻没有班次。</translation>
        </message>
        <message>
            <source>Not a time. Write 1510, 15:10, -20 (minutes ago) or 10-14 15:10.</source>
            <translation>认不出这个时间。可写 1510、15:10、-20（20 分钟前）或 10-14 15:10。</translation>
        </message>
        <message>
            <source>Not agreed yet: {names}.</source>
            <translation>尚未同意：{names}。</translation>
        </message>
        <message>
            <source>Not an amount. Write 12.5 (ten thousand yuan), 1.5亿 or 9999元.</source>
            <translation>看不懂这个金额。可写 12.5（万元）、1.5亿、9999元。</translation>
        </message>
        <message>
            <source>Not final yet: nobody verified the numbers of {names}.</source>
            <translation>还不能定稿：{names}的号码尚未核对。</translation>
        </message>
        <message>
            <source>Nothing is lost. Check the printer and print again.</source>
            <translation>内容没有丢失。请检查打印机后重新打印。</translation>
        </message>
        <message>
            <source>Nothing is lost. Choose another place and try again.</source>
            <translation>内容没有丢失。请换一个位置再试。</translation>
        </message>
        <message>
            <source>Nothing was changed, so nothing was saved.</source>
            <translation>没有改动，未保存。</translation>
        </message>
        <message>
            <source>Nothing was changed. Check that it exists and that you may write to it.</source>
            <translation>没有改动任何内容。请确认它存在并且可以写入。</translation>
        </message>
        <message>
            <source>Nothing was changed. Check that the data folder is there and may be read and written.</source>
            <translation>没有改动任何内容。请确认数据文件夹存在并且可以读写。</translation>
        </message>
        <message>
            <source>Nothing was changed. Check the address after --database.</source>
            <translation>没有改动任何内容。请检查 --database 后面的地址。</translation>
        </message>
        <message>
            <source>Nothing was changed. Choose another data folder.</source>
            <translation>没有改动任何内容。请另选数据文件夹。</translation>
        </message>
        <message>
            <source>Nothing was changed. Install it, or use the embedded database.</source>
            <translation>没有改动任何内容。请安装驱动，或使用内置数据库。</translation>
        </message>
        <message>
            <source>Nothing was changed. Install the newer version, then open it again.</source>
            <translation>没有改动任何内容。请安装新版本后再打开。</translation>
        </message>
        <message>
            <source>Nothing was changed. Propose it anew if it is still wanted.</source>
            <translation>未作任何改动。如仍需要，请重新提出。</translation>
        </message>
        <message>
            <source>Nothing was changed. The sample district needs an empty one.</source>
            <translation>没有改动任何内容。样例需要空的数据文件夹。</translation>
        </message>
        <message>
            <source>Nothing was changed. Use that window, or close it and start again.</source>
            <translation>没有改动任何内容。请使用那个窗口，或关闭它后重新启动。</translation>
        </message>
        <message>
            <source>Nothing was imported.</source>
            <translation>没有导入任何内容。</translation>
        </message>
        <message>
            <source>Nothing was imported. Close it in other programs and try again.</source>
            <translation>没有导入任何内容。请在其他程序中关闭它后重试。</translation>
        </message>
        <message>
            <source>Nothing was imported. Get the file once more, or open it in Excel or WPS and save it again.</source>
            <translation>没有导入任何内容。请重新取得文件，或在 Excel、WPS 中打开后另存。</translation>
        </message>
        <message>
            <source>Nothing was imported. Mend them in the file and open it again.</source>
            <translation>没有导入任何内容。请在文件中改正后重新打开。</translation>
        </message>
        <message>
            <source>Nothing was imported. Open it in Excel or WPS and save it as .xlsx.</source>
            <translation>没有导入任何内容。请在 Excel 或 WPS 中打开，另存为 .xlsx。</translation>
        </message>
        <message>
            <source>Nothing was imported. Open it in Excel or WPS and save it once.</source>
            <translation>没有导入任何内容。请在 Excel 或 WPS 中打开、保存一次。</translation>
        </message>
        <message>
            <source>Nothing was imported. Save a copy without a password.</source>
            <translation>没有导入任何内容。请另存一份不带密码的。</translation>
        </message>
        <message>
            <source>Nothing was taken from it.</source>
            <translation>其中的规则没有采用。</translation>
        </message>
        <message>
            <source>Only one person can stand in a row; here are {names}.</source>
            <translation>一行只能有一人，这里有：{names}。</translation>
        </message>
        <message>
            <source>Only the two whom it concerns can agree.</source>
            <translation>只有相关的两人可以表示同意。</translation>
        </message>
        <message>
            <source>Only whole numbers go here.</source>
            <translation>这里只能填整数。</translation>
        </message>
        <message>
            <source>Open the page again.</source>
            <translation>请重新打开页面。</translation>
        </message>
        <message>
            <source>Record a substitution, or correct the roster with a reason.</source>
            <translation>请登记替班，或更正值班表并写明原因。</translation>
        </message>
        <message>
            <source>Record the reports, or say why they are waived.</source>
            <translation>请登记上报，或写明免报原因。</translation>
        </message>
        <message>
            <source>Record what is new in the duty log.</source>
            <translation>新情况请记入值班日志。</translation>
        </message>
        <message>
            <source>Ring them and note it in the directory, or print a draft.</source>
            <translation>请逐一拨通并在通讯录中登记，或先打印草稿。</translation>
        </message>
        <message>
            <source>Several incidents end with {mark}. Write the whole number.</source>
            <translation>有多件事件编号以 {mark} 结尾，请写完整编号。</translation>
        </message>
        <message>
            <source>Several persons are called {name}. Write which one: {choices}.</source>
            <translation>“{name}”有同名，请写明是哪一位：{choices}。</translation>
        </message>
        <message>
            <source>Several persons are called {name}: {choices}.</source>
            <translation>“{name}”有同名：{choices}。</translation>
        </message>
        <message>
            <source>Somebody already stands in at this place during that time.</source>
            <translation>该时段此岗位已有人替班。</translation>
        </message>
        <message>
            <source>Somebody stands in for {name} in that shift.</source>
            <translation>该班次已有人替{name}值班。</translation>
        </message>
        <message>
            <source>Something must be written here.</source>
            <translation>此处不能空着。</translation>
        </message>
        <message>
            <source>Take one of the two rules away.</source>
            <translation>请去掉其中一条。</translation>
        </message>
        <message>
            <source>The column “{head}” is not imported.</source>
            <translation>“{head}”列不导入。</translation>
        </message>
        <message>
            <source>The database address cannot be understood.</source>
            <translation>数据库地址写法不对。</translation>
        </message>
        <message>
            <source>The database cannot be opened.</source>
            <translation>数据库打不开。</translation>
        </message>
        <message>
            <source>The database cannot be written, so this was not saved.</source>
            <translation>数据库不能写入，这次没有保存。</translation>
        </message>
        <message>
            <source>The database is busy with another program, so this was not saved.</source>
            <translation>数据库正被其他程序占用，这次没有保存。</translation>
        </message>
        <message>
            <source>The database is damaged.</source>
            <translation>数据库已损坏。</translation>
        </message>
        <message>
            <source>The database server does not answer, so this was not saved.</source>
            <translation>数据库服务器没有响应，这次没有保存。</translation>
        </message>
        <message>
            <source>The days are not in order, or too far apart.</source>
            <translation>起止日期不对，或相隔太远。</translation>
        </message>
        <message>
            <source>The disk is full, so this was not saved.</source>
            <translation>磁盘已满，这次没有保存。</translation>
        </message>
        <message>
            <source>The disk reports an error, so this was not saved.</source>
            <translation>磁盘出错，这次没有保存。</translation>
        </message>
        <message>
            <source>The draft could not be saved: {reason}.</source>
            <translation>草稿未能保存：{reason}。</translation>
        </message>
        <message>
            <source>The driver for this kind of database is not installed.</source>
            <translation>没有安装这类数据库的驱动。</translation>
        </message>
        <message>
            <source>The file has problems: {count}.</source>
            <translation>文件中有 {count} 处问题。</translation>
        </message>
        <message>
            <source>The file holds nothing to import.</source>
            <translation>文件中没有可导入的内容。</translation>
        </message>
        <message>
            <source>The file is too large: at most {most} MB.</source>
            <translation>文件过大，最多 {most} MB。</translation>
        </message>
        <message>
            <source>The file names no year: taken as {year}.</source>
            <translation>文件中没有年份，按 {year} 年处理。</translation>
        </message>
        <message>
            <source>The file was left as it is. Restore the last backup into a new folder.</source>
            <translation>文件保持原样。请把最近的备份恢复到新文件夹。</translation>
        </message>
        <message>
            <source>The file {path} cannot be read ({reason}).</source>
            <translation>文件 {path} 无法读取（{reason}）。</translation>
        </message>
        <message>
            <source>The folder {path} cannot be written.</source>
            <translation>文件夹 {path} 不能写入。</translation>
        </message>
        <message>
            <source>The incident already has this grade.</source>
            <translation>事件已是这个等级。</translation>
        </message>
        <message>
            <source>The last date on the list lies before the first.</source>
            <translation>名单的截止日早于起始日。</translation>
        </message>
        <message>
            <source>The least rest is from 0 to {most} hours.</source>
            <translation>最短休息应为 0 至 {most} 小时。</translation>
        </message>
        <message>
            <source>The leave must end after it begins.</source>
            <translation>请假的结束须晚于开始。</translation>
        </message>
        <message>
            <source>The list names nobody.</source>
            <translation>名单中没有人员。</translation>
        </message>
        <message>
            <source>The new pattern would drop shifts that are already planned: {count}.</source>
            <translation>新班制会使已排的 {count} 个班次落空。</translation>
        </message>
        <message>
            <source>The notice is for {said}, not for {year}.</source>
            <translation>通知是 {said} 年的，不是 {year} 年的。</translation>
        </message>
        <message>
            <source>The notice says {said} days, its dates make {days}.</source>
            <translation>通知写的是 {said} 天，按日期是 {days} 天。</translation>
        </message>
        <message>
            <source>The pattern can only be changed for days to come.</source>
            <translation>班制只能从今后的日期起更改。</translation>
        </message>
        <message>
            <source>The person's time on duty is over.</source>
            <translation>该人员的值班时间已经结束。</translation>
        </message>
        <message>
            <source>The post {name} does not exist in the shift {slot}.</source>
            <translation>班次“{slot}”不设岗位“{name}”。</translation>
        </message>
        <message>
            <source>The post {name} ended on {date}.</source>
            <translation>岗位 {name} 已于 {date} 停用。</translation>
        </message>
        <message>
            <source>The post {name} is still on the roster: {count} shifts.</source>
            <translation>岗位 {name} 还有 {count} 个班次已排。</translation>
        </message>
        <message>
            <source>The printer does not answer.</source>
            <translation>打印机没有响应。</translation>
        </message>
        <message>
            <source>The return is on record already.</source>
            <translation>已登记返岗。</translation>
        </message>
        <message>
            <source>The return must be after the leaving.</source>
            <translation>返岗须晚于离岗。</translation>
        </message>
        <message>
            <source>The return must lie ahead and within the person's own time on duty.</source>
            <translation>预计返岗须晚于现在，且在本人值班时间以内。</translation>
        </message>
        <message>
            <source>The roster changed meanwhile, or the time went by: this proposal has lapsed.</source>
            <translation>值班表已有变动或时间已过，该申请已失效。</translation>
        </message>
        <message>
            <source>The rule file {file} cannot be opened: {reason}</source>
            <translation>规则文件 {file} 打不开：{reason}</translation>
        </message>
        <message>
            <source>The rule file {file} cannot be read: {reason}</source>
            <translation>规则文件 {file} 读不出来：{reason}</translation>
        </message>
        <message>
            <source>The rule {rule} is there twice in {file}.</source>
            <translation>{file} 中规则 {rule} 重复。</translation>
        </message>
        <message>
            <source>The settings could not be saved.</source>
            <translation>设置没有保存。</translation>
        </message>
        <message>
            <source>The sheet could not be written to {path}.</source>
            <translation>文稿无法写入 {path}。</translation>
        </message>
        <message>
            <source>The sheet is too large: at most {most} rows.</source>
            <translation>表过大，最多 {most} 行。</translation>
        </message>
        <message>
            <source>The shift {name} cannot last {hours} hours.</source>
            <translation>班次 {name} 不能是 {hours} 小时。</translation>
        </message>
        <message>
            <source>The shifts {first} and {second} overlap.</source>
            <translation>班次 {first} 与 {second} 时间重叠。</translation>
        </message>
        <message>
            <source>The substitution must end after it begins.</source>
            <translation>替班的结束须晚于开始。</translation>
        </message>
        <message>
            <source>The substitution must lie within one shift.</source>
            <translation>替班须在同一班次之内。</translation>
        </message>
        <message>
            <source>The unit {name} is in the directory already.</source>
            <translation>通讯录中已有单位 {name}。</translation>
        </message>
        <message>
            <source>The unit {name} is not in the directory.</source>
            <translation>通讯录中没有单位“{name}”。</translation>
        </message>
        <message>
            <source>The unit {name} was taken off the directory.</source>
            <translation>单位 {name} 已停用。</translation>
        </message>
        <message>
            <source>The workbook has a password.</source>
            <translation>工作簿有密码。</translation>
        </message>
        <message>
            <source>The workbook has formulas that were never calculated.</source>
            <translation>工作簿中有尚未计算的公式。</translation>
        </message>
        <message>
            <source>The workbook is damaged or not complete.</source>
            <translation>工作簿已损坏或不完整。</translation>
        </message>
        <message>
            <source>The workbook is empty.</source>
            <translation>工作簿是空的。</translation>
        </message>
        <message>
            <source>There are characters here that cannot be printed.</source>
            <translation>其中有无法显示的字符。</translation>
        </message>
        <message>
            <source>There is a leave of the same person at that time.</source>
            <translation>该人员在此时段已有请假。</translation>
        </message>
        <message>
            <source>There is a post {name} already.</source>
            <translation>已有岗位 {name}。</translation>
        </message>
        <message>
            <source>There is no file {path}.</source>
            <translation>没有文件 {path}。</translation>
        </message>
        <message>
            <source>There is no incident {number}.</source>
            <translation>没有编号为 {number} 的事件。</translation>
        </message>
        <message>
            <source>There is no preset {preset}.</source>
            <translation>没有名为 {preset} 的预设。</translation>
        </message>
        <message>
            <source>There is no shift {slot} on {date}.</source>
            <translation>{date} 没有{slot}这个班次。</translation>
        </message>
        <message>
            <source>There is no shift “{slot}” here. Shifts: {known}.</source>
            <translation>没有“{slot}”这个班次，可用：{known}。</translation>
        </message>
        <message>
            <source>There is no such day or time.</source>
            <translation>没有这样的日期或时间。</translation>
        </message>
        <message>
            <source>There is no such month.</source>
            <translation>没有这个月份。</translation>
        </message>
        <message>
            <source>There is no such post.</source>
            <translation>没有这个岗位。</translation>
        </message>
        <message>
            <source>There is no such shift on {date}.</source>
            <translation>{date} 没有这个班次。</translation>
        </message>
        <message>
            <source>There is no time zone {zone}.</source>
            <translation>没有时区 {zone}。</translation>
        </message>
        <message>
            <source>There is no {date}.</source>
            <translation>没有 {date} 这一天。</translation>
        </message>
        <message>
            <source>There is time to propose a substitution.</source>
            <translation>时间充裕，请提出替班申请。</translation>
        </message>
        <message>
            <source>These figures are the same as the last ones.</source>
            <translation>与上一次数字相同。</translation>
        </message>
        <message>
            <source>They hold until the console is closed. Check that the data folder may be written.</source>
            <translation>关闭值守台之前仍然有效。请确认数据文件夹可以写入。</translation>
        </message>
        <message>
            <source>This absence is not there.</source>
            <translation>没有这条离岗记录。</translation>
        </message>
        <message>
            <source>This cannot be taken as it is ({code}).</source>
            <translation>这样填写不能接受（{code}）。</translation>
        </message>
        <message>
            <source>This data folder is in use already.</source>
            <translation>这个数据文件夹里已有内容。</translation>
        </message>
        <message>
            <source>This data was written by a newer version of the console.</source>
            <translation>这些数据是由更新版本的值守台写入的。</translation>
        </message>
        <message>
            <source>This database belongs to another program.</source>
            <translation>这个数据库属于别的程序。</translation>
        </message>
        <message>
            <source>This did not work ({code}). Nothing saved before is lost.</source>
            <translation>操作没有成功（{code}）。此前已存的内容都在。</translation>
        </message>
        <message>
            <source>This entry is not there.</source>
            <translation>没有这条记录。</translation>
        </message>
        <message>
            <source>This entry was corrected already.</source>
            <translation>这条记录已经更正过。</translation>
        </message>
        <message>
            <source>This is a workbook of the old kind (.xls).</source>
            <translation>这是旧版工作簿（.xls）。</translation>
        </message>
        <message>
            <source>This is earlier than the call about it.</source>
            <translation>早于接报时间。</translation>
        </message>
        <message>
            <source>This is not an Excel workbook.</source>
            <translation>这不是 Excel 工作簿。</translation>
        </message>
        <message>
            <source>This is {name}'s own place.</source>
            <translation>这本是{name}的岗位。</translation>
        </message>
        <message>
            <source>This item is finished already.</source>
            <translation>这个事项已经办完。</translation>
        </message>
        <message>
            <source>This item is not there.</source>
            <translation>没有这个事项。</translation>
        </message>
        <message>
            <source>This leave is not there.</source>
            <translation>没有这条请假。</translation>
        </message>
        <message>
            <source>This leave is over already.</source>
            <translation>该请假已经结束。</translation>
        </message>
        <message>
            <source>This limit is not there.</source>
            <translation>没有这项时限。</translation>
        </message>
        <message>
            <source>This limit is settled already.</source>
            <translation>这项时限已经了结。</translation>
        </message>
        <message>
            <source>This limit was met in time and needs no reason.</source>
            <translation>这项时限按时完成，不需要说明原因。</translation>
        </message>
        <message>
            <source>This person is not in the directory.</source>
            <translation>通讯录中没有此人。</translation>
        </message>
        <message>
            <source>This proposal is not there.</source>
            <translation>没有这份申请。</translation>
        </message>
        <message>
            <source>This proposal was decided already.</source>
            <translation>该申请已经办结。</translation>
        </message>
        <message>
            <source>This row has no date.</source>
            <translation>此行没有日期。</translation>
        </message>
        <message>
            <source>This row has no name.</source>
            <translation>此行没有姓名。</translation>
        </message>
        <message>
            <source>This setting cannot be stored.</source>
            <translation>这项设置无法保存。</translation>
        </message>
        <message>
            <source>This sheet is hidden and is not imported.</source>
            <translation>此表是隐藏的，不导入。</translation>
        </message>
        <message>
            <source>This sheet is no roster and is not imported.</source>
            <translation>此表不是值班表，不导入。</translation>
        </message>
        <message>
            <source>This shift has begun; {name} stands in it.</source>
            <translation>该班次已开始，{name}正在值班。</translation>
        </message>
        <message>
            <source>This shift is over; the roster of the past stays as it was.</source>
            <translation>这一班已经结束，过去的值班表不再改动。</translation>
        </message>
        <message>
            <source>This sign-in is not there.</source>
            <translation>没有这条签到。</translation>
        </message>
        <message>
            <source>This substitution is not there.</source>
            <translation>没有这条替班。</translation>
        </message>
        <message>
            <source>This substitution is over already.</source>
            <translation>该替班已经结束。</translation>
        </message>
        <message>
            <source>This time has not come yet.</source>
            <translation>这个时间还没有到。</translation>
        </message>
        <message>
            <source>This time is past; who was on duty then stays on record.</source>
            <translation>时间已过，当时谁在值班以记录为准。</translation>
        </message>
        <message>
            <source>This unit is not in the directory.</source>
            <translation>通讯录中没有这个单位。</translation>
        </message>
        <message>
            <source>To whom? A recipient is needed.</source>
            <translation>请填写报送对象。</translation>
        </message>
        <message>
            <source>Too large: at most {most}.</source>
            <translation>数字太大，最多 {most}。</translation>
        </message>
        <message>
            <source>Too long: at most {most} characters.</source>
            <translation>太长，最多 {most} 个字。</translation>
        </message>
        <message>
            <source>Two shifts are called {name}.</source>
            <translation>有两个班次都叫 {name}。</translation>
        </message>
        <message>
            <source>Type this part again.</source>
            <translation>请重新填写这一部分。</translation>
        </message>
        <message>
            <source>What you typed is still here and can be recorded. Make room on the disk.</source>
            <translation>已填内容都在，仍可照常记录。请清理磁盘空间。</translation>
        </message>
        <message>
            <source>What you typed is still here. Ask for write access to the data folder, then save again.</source>
            <translation>填写的内容还在。请取得数据文件夹的写入权限后重新保存。</translation>
        </message>
        <message>
            <source>What you typed is still here. Check the network, then save again.</source>
            <translation>填写的内容还在。请检查网络后重新保存。</translation>
        </message>
        <message>
            <source>What you typed is still here. Make a backup to another disk as soon as you can.</source>
            <translation>填写的内容还在。请尽快备份到另一块磁盘。</translation>
        </message>
        <message>
            <source>What you typed is still here. Wait a moment and save again.</source>
            <translation>填写的内容还在。请稍候再保存。</translation>
        </message>
        <message>
            <source>{date} does not belong to the notice of {year}.</source>
            <translation>{date} 不属于 {year} 年的通知。</translation>
        </message>
        <message>
            <source>{date} does not fit the title, {title}.</source>
            <translation>{date} 与标题“{title}”不符。</translation>
        </message>
        <message>
            <source>{date} does not touch a weekend.</source>
            <translation>{date} 与周末不相连。</translation>
        </message>
        <message>
            <source>{date} has several shifts ({slots}); the file does not say which.</source>
            <translation>{date} 有几个班次（{slots}），文件中没有写明是哪一个。</translation>
        </message>
        <message>
            <source>{date} is named twice.</source>
            <translation>{date} 出现了两次。</translation>
        </message>
        <message>
            <source>{date} is to be worked, but is no weekend day.</source>
            <translation>{date} 安排上班，但不是周末。</translation>
        </message>
        <message>
            <source>{date} is {right}, but the file says {said}.</source>
            <translation>{date} 是{right}，文件中写的是{said}。</translation>
        </message>
        <message>
            <source>{date} is {right}, but the notice says {said}.</source>
            <translation>{date} 是{right}，通知写的是{said}。</translation>
        </message>
        <message>
            <source>{date} stands in {first} already.</source>
            <translation>{date} 已在 {first} 出现过。</translation>
        </message>
        <message>
            <source>{date} {post} is blank in the file and stays as it is: {names}.</source>
            <translation>{date} {post}在文件中为空，保留原有：{names}。</translation>
        </message>
        <message>
            <source>{date} {post} will be empty; now there: {names}.</source>
            <translation>{date} {post}将清空，原有：{names}。</translation>
        </message>
        <message>
            <source>{day}: a day weighs from {least} to {most}.</source>
            <translation>{day}：每天的权重应为 {least} 至 {most}。</translation>
        </message>
        <message>
            <source>{name} ({unit}) had left and is added as a new person.</source>
            <translation>{name}（{unit}）曾离任，将作为新人员加入。</translation>
        </message>
        <message>
            <source>{name} already stands in for {other} in this shift.</source>
            <translation>{name}在该班次已替{other}值班。</translation>
        </message>
        <message>
            <source>{name} already stands on the post {post} in this shift, in {first}.</source>
            <translation>{name} 在这一班次已排在{post}（{first}）。</translation>
        </message>
        <message>
            <source>{name} already stands on the post {post} in this shift.</source>
            <translation>{name} 本班已在 {post} 岗。</translation>
        </message>
        <message>
            <source>{name} and {other} would have to serve together and apart.</source>
            <translation>{name} 与 {other} 既须同班又不得同班。</translation>
        </message>
        <message>
            <source>{name} can sign in from {first} on.</source>
            <translation>{name}从 {first} 起可以签到。</translation>
        </message>
        <message>
            <source>{name} does not stand at a post now.</source>
            <translation>{name}现在不在岗位上。</translation>
        </message>
        <message>
            <source>{name} does not stand at this post in that shift.</source>
            <translation>{name}在该班次不在此岗位。</translation>
        </message>
        <message>
            <source>{name} has agreed already.</source>
            <translation>{name}已经同意过。</translation>
        </message>
        <message>
            <source>{name} has another number in the directory: {known}, here {phone}.</source>
            <translation>{name} 的号码与通讯录不符：通讯录 {known}，文件中 {phone}。</translation>
        </message>
        <message>
            <source>{name} has left and cannot be put on duty.</source>
            <translation>{name} 已离任，不能排班。</translation>
        </message>
        <message>
            <source>{name} has left and cannot decide.</source>
            <translation>{name}已离任，不能审批。</translation>
        </message>
        <message>
            <source>{name} has left.</source>
            <translation>{name} 已离任。</translation>
        </message>
        <message>
            <source>{name} is already on duty in that shift.</source>
            <translation>{name}在该班次已有值班。</translation>
        </message>
        <message>
            <source>{name} is entered twice on the post {post}.</source>
            <translation>{name} 在 {post} 岗重复。</translation>
        </message>
        <message>
            <source>{name} is in the directory already and stays as it is.</source>
            <translation>{name} 已在通讯录中，保持原样。</translation>
        </message>
        <message>
            <source>{name} is in the directory otherwise ({unit}, {phone}). Change that there.</source>
            <translation>{name} 已在通讯录中（{unit}，{phone}），与文件不同，请在通讯录中修改。</translation>
        </message>
        <message>
            <source>{name} is not a leader.</source>
            <translation>{name}不是领导。</translation>
        </message>
        <message>
            <source>{name} is not of the unit {unit}.</source>
            <translation>{name} 不在{unit}。</translation>
        </message>
        <message>
            <source>{name} is not on duty now or within two hours.</source>
            <translation>{name}现在及两小时内都不值班。</translation>
        </message>
        <message>
            <source>{name} is off post already, since {at}.</source>
            <translation>{name}已离岗，自 {at} 起。</translation>
        </message>
        <message>
            <source>{name} is on duty elsewhere at that time.</source>
            <translation>{name}该时段在别处值班。</translation>
        </message>
        <message>
            <source>{name} is on leave at that time.</source>
            <translation>{name}该时段请假。</translation>
        </message>
        <message>
            <source>{name} signed in already, at {at}.</source>
            <translation>{name}已经签到，时间 {at}。</translation>
        </message>
        <message>
            <source>{name} stands in for somebody at that time.</source>
            <translation>{name}该时段在替他人值班。</translation>
        </message>
        <message>
            <source>{name} stands in {first} already.</source>
            <translation>{name} 已在 {first} 出现过。</translation>
        </message>
        <message>
            <source>{name} stands on the list twice for the same dates.</source>
            <translation>{name} 在同一时段的名单中重复。</translation>
        </message>
        <message>
            <source>{name} still has persons: {count}.</source>
            <translation>{name} 还有 {count} 名人员。</translation>
        </message>
        <message>
            <source>{name} with this phone number is in the directory already.</source>
            <translation>通讯录中已有 {name}，电话相同。</translation>
        </message>
        <message>
            <source>{name}, {date}, is a statutory holiday, but the notice does not let it rest.</source>
            <translation>{date}（{name}）是法定节日，通知中没有放假。</translation>
        </message>
        <message>
            <source>{phone} is not a phone number.</source>
            <translation>{phone} 不是电话号码。</translation>
        </message>
        <message>
            <source>{phone} is the number of {name} too ({first}).</source>
            <translation>{phone} 也是 {name}（{first}）的号码。</translation>
        </message>
        <message>
            <source>“{date}” is not a date.</source>
            <translation>“{date}”不是日期。</translation>
        </message>
        <message>
            <source>“{head}” is not a post of this room. Posts: {posts}.</source>
            <translation>“{head}”不是本室的岗位，可用：{posts}。</translation>
        </message>
        <message>
            <source>“{mark}” says no post and no shift ({name}).</source>
            <translation>“{mark}”不知是什么岗位或班次（{name}）。</translation>
        </message>
        <message>
            <source>“{remark}” behind {name} is not imported. Record substitutions by themselves.</source>
            <translation>{name} 后面的“{remark}”不导入，替班请另行登记。</translation>
        </message>
        <message>
            <source>“{value}” should be 是 or blank.</source>
            <translation>“{value}”应为“是”或空。</translation>
        </message>
        <message>
            <source>“{written}” has no month, and neither has the title, the sheet's name or the file's name.</source>
            <translation>“{written}”没有月份，标题、表名和文件名中也没有。</translation>
        </message>
    </context>
    <context>
        <name>StartProblem</name>
        <message>
            <source>Another console is using this data folder and does not answer.</source>
            <translation>另一个值守台正在使用这个数据文件夹，没有回应。</translation>
        </message>
        <message>
            <source>Choose a data folder</source>
            <translation>选择数据文件夹</translation>
        </message>
        <message>
            <source>Choose another folder</source>
            <translation>换一个文件夹</translation>
        </message>
        <message>
            <source>Data folder: {path}</source>
            <translation>数据文件夹：{path}</translation>
        </message>
        <message>
            <source>Duty Console cannot open its data</source>
            <translation>应急值守台无法打开数据</translation>
        </message>
        <message>
            <source>Everything saved before is safe. Make room on the disk, then try again.</source>
            <translation>此前已存的内容都在。请清理磁盘后再试。</translation>
        </message>
        <message>
            <source>Nothing was changed. Ask for write access to it, or choose another data folder.</source>
            <translation>没有改动任何内容。请取得写入权限，或换一个数据文件夹。</translation>
        </message>
        <message>
            <source>Nothing was changed. Ask for write access to it, then try again.</source>
            <translation>没有改动任何内容。请取得写入权限后再试。</translation>
        </message>
        <message>
            <source>Nothing was changed. Copy the data folder to another disk and have this one checked.</source>
            <translation>没有改动任何内容。请把数据文件夹复制到另一块磁盘，并检查这块磁盘。</translation>
        </message>
        <message>
            <source>Nothing was changed. It runs on {host} as process {pid}. Use that window, or close it and try again.</source>
            <translation>没有改动任何内容。它运行在 {host} 上，进程 {pid}。请使用那个窗口，或关闭它后再试。</translation>
        </message>
        <message>
            <source>Nothing was changed. Wait a moment and try again.</source>
            <translation>没有改动任何内容。请稍候再试。</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>退出</translation>
        </message>
        <message>
            <source>The data folder cannot be written.</source>
            <translation>数据文件夹无法写入。</translation>
        </message>
        <message>
            <source>The database in the data folder cannot be written.</source>
            <translation>数据文件夹里的数据库无法写入。</translation>
        </message>
        <message>
            <source>The database is busy with another program.</source>
            <translation>数据库正被另一个程序占用。</translation>
        </message>
        <message>
            <source>The database is damaged and was not opened.</source>
            <translation>数据库已损坏，没有打开。</translation>
        </message>
        <message>
            <source>The disk with the data folder is full.</source>
            <translation>数据文件夹所在的磁盘已满。</translation>
        </message>
        <message>
            <source>The disk with the data folder reports an error.</source>
            <translation>数据文件夹所在的磁盘报告错误。</translation>
        </message>
        <message>
            <source>The file was left as it is; keep it. Choose a folder with a restored backup, or a new folder to go on recording in meanwhile.</source>
            <translation>文件保持原样，请保留。可选择已恢复备份的文件夹，或先用一个新文件夹继续记录。</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>重试</translation>
        </message>
    </context>
    <context>
        <name>Words</name>
        <message>
            <source>1 2 3 4 5 6 7 8 9 10</source>
            <translation>一 二 三 四 五 六 七 八 九 十</translation>
        </message>
        <message>
            <source>Accident</source>
            <translation>事故灾难</translation>
        </message>
        <message>
            <source>Annual leave</source>
            <translation>年休假</translation>
        </message>
        <message>
            <source>Apr</source>
            <translation>4月</translation>
        </message>
        <message>
            <source>Aug</source>
            <translation>8月</translation>
        </message>
        <message>
            <source>By phone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>Call in</source>
            <translation>来电</translation>
        </message>
        <message>
            <source>Call out</source>
            <translation>去电</translation>
        </message>
        <message>
            <source>Casualties</source>
            <translation>伤亡</translation>
        </message>
        <message>
            <source>City</source>
            <translation>设区的市</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>已办结</translation>
        </message>
        <message>
            <source>Closure</source>
            <translation>办结</translation>
        </message>
        <message>
            <source>Correction</source>
            <translation>更正</translation>
        </message>
        <message>
            <source>County or district</source>
            <translation>县（市、区）</translation>
        </message>
        <message>
            <source>Covers</source>
            <translation>替班</translation>
        </message>
        <message>
            <source>Dec</source>
            <translation>12月</translation>
        </message>
        <message>
            <source>Department</source>
            <translation>部门</translation>
        </message>
        <message>
            <source>Document</source>
            <translation>来文</translation>
        </message>
        <message>
            <source>Due</source>
            <translation>到时</translation>
        </message>
        <message>
            <source>Enterprise</source>
            <translation>企业</translation>
        </message>
        <message>
            <source>Enterprise or institution</source>
            <translation>企事业单位</translation>
        </message>
        <message>
            <source>Every day</source>
            <translation>每天</translation>
        </message>
        <message>
            <source>Extreme</source>
            <translation>特别重大</translation>
        </message>
        <message>
            <source>Fax</source>
            <translation>传真</translation>
        </message>
        <message>
            <source>Feb</source>
            <translation>2月</translation>
        </message>
        <message>
            <source>Feedback</source>
            <translation>反馈</translation>
        </message>
        <message>
            <source>Final report</source>
            <translation>终报</translation>
        </message>
        <message>
            <source>Final report by phone</source>
            <translation>电话终报</translation>
        </message>
        <message>
            <source>Follow-up report</source>
            <translation>续报</translation>
        </message>
        <message>
            <source>Follow-up {number}</source>
            <translation>续报{number}</translation>
        </message>
        <message>
            <source>Follow-up {number} by phone</source>
            <translation>电话续报{number}</translation>
        </message>
        <message>
            <source>Fri</source>
            <translation>周五</translation>
        </message>
        <message>
            <source>Government</source>
            <translation>政府</translation>
        </message>
        <message>
            <source>Grading</source>
            <translation>定级</translation>
        </message>
        <message>
            <source>Handover</source>
            <translation>交接班</translation>
        </message>
        <message>
            <source>Holiday</source>
            <translation>假期</translation>
        </message>
        <message>
            <source>In writing</source>
            <translation>书面</translation>
        </message>
        <message>
            <source>Initial report</source>
            <translation>初报</translation>
        </message>
        <message>
            <source>Initial report by phone</source>
            <translation>电话初报</translation>
        </message>
        <message>
            <source>Institution</source>
            <translation>事业单位</translation>
        </message>
        <message>
            <source>Instruction</source>
            <translation>批示</translation>
        </message>
        <message>
            <source>Intake</source>
            <translation>接报</translation>
        </message>
        <message>
            <source>Jan</source>
            <translation>1月</translation>
        </message>
        <message>
            <source>Jul</source>
            <translation>7月</translation>
        </message>
        <message>
            <source>Jun</source>
            <translation>6月</translation>
        </message>
        <message>
            <source>Late</source>
            <translation>迟</translation>
        </message>
        <message>
            <source>Leads</source>
            <translation>带班</translation>
        </message>
        <message>
            <source>Major</source>
            <translation>较大</translation>
        </message>
        <message>
            <source>Make-up workday</source>
            <translation>调休上班</translation>
        </message>
        <message>
            <source>Mar</source>
            <translation>3月</translation>
        </message>
        <message>
            <source>May</source>
            <translation>5月</translation>
        </message>
        <message>
            <source>Mon</source>
            <translation>周一</translation>
        </message>
        <message>
            <source>Natural disaster</source>
            <translation>自然灾害</translation>
        </message>
        <message>
            <source>Network</source>
            <translation>网络</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>记事</translation>
        </message>
        <message>
            <source>Notice</source>
            <translation>预告</translation>
        </message>
        <message>
            <source>Nov</source>
            <translation>11月</translation>
        </message>
        <message>
            <source>Oct</source>
            <translation>10月</translation>
        </message>
        <message>
            <source>On a mission</source>
            <translation>公差</translation>
        </message>
        <message>
            <source>On duty</source>
            <translation>值班</translation>
        </message>
        <message>
            <source>On time</source>
            <translation>按时</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>在办</translation>
        </message>
        <message>
            <source>Ordinary</source>
            <translation>一般</translation>
        </message>
        <message>
            <source>Other</source>
            <translation>其他</translation>
        </message>
        <message>
            <source>Other leave</source>
            <translation>其他</translation>
        </message>
        <message>
            <source>Overdue</source>
            <translation>超时</translation>
        </message>
        <message>
            <source>Pending</source>
            <translation>待报</translation>
        </message>
        <message>
            <source>Personal leave</source>
            <translation>事假</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>Province</source>
            <translation>省</translation>
        </message>
        <message>
            <source>Public health</source>
            <translation>公共卫生</translation>
        </message>
        <message>
            <source>Report</source>
            <translation>上报</translation>
        </message>
        <message>
            <source>Rescue team</source>
            <translation>救援队伍</translation>
        </message>
        <message>
            <source>Rest days</source>
            <translation>休息日</translation>
        </message>
        <message>
            <source>Sat</source>
            <translation>周六</translation>
        </message>
        <message>
            <source>Scene</source>
            <translation>现场</translation>
        </message>
        <message>
            <source>Sep</source>
            <translation>9月</translation>
        </message>
        <message>
            <source>Severe</source>
            <translation>重大</translation>
        </message>
        <message>
            <source>Sick leave</source>
            <translation>病假</translation>
        </message>
        <message>
            <source>Social security</source>
            <translation>社会安全</translation>
        </message>
        <message>
            <source>Soon due</source>
            <translation>临近</translation>
        </message>
        <message>
            <source>Spot check</source>
            <translation>查岗</translation>
        </message>
        <message>
            <source>Stands by</source>
            <translation>备班</translation>
        </message>
        <message>
            <source>Stands in at short notice</source>
            <translation>应急替岗</translation>
        </message>
        <message>
            <source>Stands in while away</source>
            <translation>离岗顶班</translation>
        </message>
        <message>
            <source>Statutory holiday</source>
            <translation>法定节日</translation>
        </message>
        <message>
            <source>Street or township</source>
            <translation>街道（乡镇）</translation>
        </message>
        <message>
            <source>Sun</source>
            <translation>周日</translation>
        </message>
        <message>
            <source>System</source>
            <translation>系统</translation>
        </message>
        <message>
            <source>Thu</source>
            <translation>周四</translation>
        </message>
        <message>
            <source>Township or street office</source>
            <translation>乡镇（街道）</translation>
        </message>
        <message>
            <source>Training</source>
            <translation>培训</translation>
        </message>
        <message>
            <source>Tue</source>
            <translation>周二</translation>
        </message>
        <message>
            <source>Visit</source>
            <translation>来访</translation>
        </message>
        <message>
            <source>Waived</source>
            <translation>免报</translation>
        </message>
        <message>
            <source>Wed</source>
            <translation>周三</translation>
        </message>
        <message>
            <source>Weekend</source>
            <translation>周末</translation>
        </message>
        <message>
            <source>Workday</source>
            <translation>工作日</translation>
        </message>
        <message>
            <source>Workdays</source>
            <translation>工作日</translation>
        </message>
        <message>
            <source>Written initial report</source>
            <translation>书面初报</translation>
        </message>
        <message>
            <source>graded</source>
            <translation>定级</translation>
        </message>
        <message>
            <source>occurred</source>
            <translation>事发</translation>
        </message>
        <message>
            <source>received</source>
            <translation>接报</translation>
        </message>
        <message>
            <source>verified</source>
            <translation>核实</translation>
        </message>
        <message>
            <source>{day} {month}</source>
            <translation>{month}{day}日</translation>
        </message>
        <message>
            <source>{day} {month} {year}</source>
            <translation>{year}年{month}{day}日</translation>
        </message>
        <message>
            <source>{month} {year}</source>
            <translation>{year}年{month}</translation>
        </message>
    </context>
</TS>
