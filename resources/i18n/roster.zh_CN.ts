<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>CellDelegate</name>
        <message>
            <source>Name or initials</source>
            <translation>姓名或拼音首字母</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>今日</translation>
        </message>
    </context>
    <context>
        <name>CellEditor</name>
        <message>
            <source>Nobody called {name} is in the directory. Nothing was changed.</source>
            <translation>通讯录里没有“{name}”，排班没有改动。</translation>
        </message>
        <message>
            <source>Several persons are called {name}. Choose one from the list.</source>
            <translation>有几个人叫“{name}”，请从列表里选。</translation>
        </message>
    </context>
    <context>
        <name>ChosenPanel</name>
        <message>
            <source>Chosen</source>
            <translation>已选</translation>
        </message>
        <message>
            <source>No cell is chosen</source>
            <translation>没有选中格子</translation>
        </message>
        <message>
            <source>Nobody is entered</source>
            <translation>未安排</translation>
        </message>
        <message>
            <source>Shifts this month: {count}</source>
            <translation>本月 {count} 班</translation>
        </message>
        <message>
            <source>Type a name or pinyin initials, several parted by 、 or /. Delete clears, Ctrl+Z takes back.</source>
            <translation>输入姓名或拼音首字母，多人用“、”或“/”隔开。Delete 清空，Ctrl+Z 撤销。</translation>
        </message>
        <message>
            <source>last {date}</source>
            <translation>前一班 {date}</translation>
        </message>
        <message>
            <source>next {date}</source>
            <translation>后一班 {date}</translation>
        </message>
        <message>
            <source>{count} persons</source>
            <translation>{count} 人</translation>
        </message>
        <message>
            <source>{first}, {second}</source>
            <translation>{first}，{second}</translation>
        </message>
    </context>
    <context>
        <name>CountsPanel</name>
        <message>
            <source>Hol.</source>
            <translation>假期</translation>
        </message>
        <message>
            <source>Leaders {count}</source>
            <translation>带班领导 {count}</translation>
        </message>
        <message>
            <source>M-up</source>
            <translation>调班</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Nobody is entered this month yet.</source>
            <translation>本月还没有排班。</translation>
        </message>
        <message>
            <source>Officers {count}</source>
            <translation>值班员 {count}</translation>
        </message>
        <message>
            <source>Shifts</source>
            <translation>班次统计</translation>
        </message>
        <message>
            <source>Stat.</source>
            <translation>法定</translation>
        </message>
        <message>
            <source>Sum</source>
            <translation>合计</translation>
        </message>
        <message>
            <source>W/e</source>
            <translation>周末</translation>
        </message>
        <message>
            <source>Work</source>
            <translation>工作</translation>
        </message>
        <message>
            <source>Workdays, make-up workdays, weekends, holidays, statutory holidays; distance from the mean total</source>
            <translation>工作日、调休上班、周末、假期、法定节日；偏差为与人均班次之差</translation>
        </message>
        <message>
            <source>±</source>
            <translation>偏差</translation>
        </message>
    </context>
    <context>
        <name>FillBar</name>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Fill</source>
            <translation>填充</translation>
        </message>
        <message>
            <source>Fill until</source>
            <translation>填充至</translation>
        </message>
        <message>
            <source>First day to repeat</source>
            <translation>重复的第一天</translation>
        </message>
        <message>
            <source>Last day to repeat</source>
            <translation>重复的最后一天</translation>
        </message>
        <message>
            <source>Only empty cells are filled</source>
            <translation>只填空格，已排的不动</translation>
        </message>
        <message>
            <source>Repeat</source>
            <translation>重复</translation>
        </message>
        <message>
            <source>to</source>
            <translation>至</translation>
        </message>
        <message>
            <source>until</source>
            <translation>直到</translation>
        </message>
    </context>
    <context>
        <name>GapsPanel</name>
        <message>
            <source>And {count} more</source>
            <translation>另有 {count} 项</translation>
        </message>
        <message>
            <source>Assign</source>
            <translation>安排</translation>
        </message>
        <message>
            <source>Check</source>
            <translation>检查结果</translation>
        </message>
        <message>
            <source>Directory</source>
            <translation>通讯录</translation>
        </message>
        <message>
            <source>Every post is filled</source>
            <translation>各岗齐全</translation>
        </message>
        <message>
            <source>Gap</source>
            <translation>缺岗</translation>
        </message>
        <message>
            <source>Not rung for {days} days</source>
            <translation>手机号 {days} 天未核对</translation>
        </message>
        <message>
            <source>{count} missing</source>
            <translation>缺 {count} 人</translation>
        </message>
        <message>
            <source>{date} {weekday} {post}, {count} missing</source>
            <translation>{date} {weekday} {post} 缺 {count} 人</translation>
        </message>
        <message>
            <source>{names} and {more} more</source>
            <translation>{names} 等，另 {more} 人</translation>
        </message>
    </context>
    <context>
        <name>MonthModel</name>
        <message>
            <source>Corrected, {post}: {before} → {after}, {reason}</source>
            <translation>更正 {post}：{before} → {after}，{reason}</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Day type</source>
            <translation>日类</translation>
        </message>
        <message>
            <source>Makes up for {name}</source>
            <translation>补{name}假期</translation>
        </message>
        <message>
            <source>Remarks</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Shift</source>
            <translation>班次</translation>
        </message>
        <message>
            <source>nobody</source>
            <translation>无人</translation>
        </message>
        <message>
            <source>{count} missing</source>
            <translation>缺 {count} 人</translation>
        </message>
    </context>
    <context>
        <name>ReasonBar</name>
        <message>
            <source>A reason is needed; it is kept on record.</source>
            <translation>请写明原因，原因会留在记录里。</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Correct</source>
            <translation>记录更正</translation>
        </message>
        <message>
            <source>Reason for the correction</source>
            <translation>更正原因</translation>
        </message>
        <message>
            <source>Why is it corrected?</source>
            <translation>为什么更正</translation>
        </message>
    </context>
    <context>
        <name>RosterPage</name>
        <message>
            <source>A shift usually has a leader on duty, a primary and a deputy officer.</source>
            <translation>一班通常有带班领导、主班和副班。</translation>
        </message>
        <message>
            <source>Cells filled: {count}</source>
            <translation>已填充 {count} 格</translation>
        </message>
        <message>
            <source>Fill forward</source>
            <translation>向后填充</translation>
        </message>
        <message>
            <source>Holidays not announced yet</source>
            <translation>放假安排尚未公布</translation>
        </message>
        <message>
            <source>Month after (Ctrl+PgDown)</source>
            <translation>下个月（Ctrl+PgDown）</translation>
        </message>
        <message>
            <source>Month before (Ctrl+PgUp)</source>
            <translation>上个月（Ctrl+PgUp）</translation>
        </message>
        <message>
            <source>Nobody can be put on duty yet</source>
            <translation>还没有可以排班的人员</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>打印</translation>
        </message>
        <message>
            <source>Register persons in the directory first</source>
            <translation>先在通讯录登记人员</translation>
        </message>
        <message>
            <source>Roster of the month</source>
            <translation>当月值班表</translation>
        </message>
        <message>
            <source>Roster {year}-{month}</source>
            <translation>值班表 {year}-{month}</translation>
        </message>
        <message>
            <source>Set up these three posts</source>
            <translation>设立这三个岗位</translation>
        </message>
        <message>
            <source>Take back</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Taken back</source>
            <translation>已撤销</translation>
        </message>
        <message>
            <source>The notice on rest and make-up days of this year is not known here. Day types may still change.</source>
            <translation>本年度放假和调休通知尚未录入，日类可能变动。</translation>
        </message>
        <message>
            <source>The roster takes its persons and their phones from the directory.</source>
            <translation>值班表里的人员和电话取自通讯录。</translation>
        </message>
        <message>
            <source>The shift of {date} {post} is over. A correction needs its reason:</source>
            <translation>{date} {post} 这一班已结束，更正须写明原因：</translation>
        </message>
        <message>
            <source>There are no posts in this month</source>
            <translation>本月没有岗位</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>今日</translation>
        </message>
    </context>
    <context>
        <name>RosterPanel</name>
        <message>
            <source>Close, what is typed stays (Esc)</source>
            <translation>关闭，已填的保留（Esc）</translation>
        </message>
    </context>
</TS>
